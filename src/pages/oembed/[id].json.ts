/** /oembed/<id>.json: an experiment for tools that know oEmbed (https://oembed.com), found by the link in its page for frames. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { publication } from '../../published/publication.ts';
import { published, publishedIds } from '../../published/published.ts';
import { embedCode, FRAME_HEIGHT } from '../../islands/experiment/menus/share/embedCode.ts';
import { home } from '../../site/home.ts';

/** Width, px, that the answer names; the frame itself takes the width it is given. */
const WIDTH = 720;

export const getStaticPaths: GetStaticPaths = () => publishedIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params, site }) => {
  const { experiment } = await published(params['id'] ?? '');
  const start = home(site);
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: experiment.title,
    provider_name: 'Fully Connected',
    provider_url: start.href,
    html: embedCode(publication(experiment.id, start).embed, `${experiment.title} (Fully Connected)`),
    width: WIDTH,
    height: FRAME_HEIGHT,
  });
};
