/** /experiments/<id>.json: what an island needs to run an experiment, fetched when a reader shows intent. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureContext } from '../../components/experiments/figureContext.ts';
import { kernel } from '../../components/experiments/kernelFile.ts';
import { publication } from '../../components/experiments/publication.ts';
import { published, publishedIds } from '../../components/experiments/published.ts';
import type { IslandData } from '../../islands/islandData.ts';
import { home } from '../../site/home.ts';

export const getStaticPaths: GetStaticPaths = () => publishedIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params, site }) => {
  const { experiment, recording } = await published(params['id'] ?? '');
  const data: IslandData = { experiment, recording, context: figureContext(experiment, await kernel()), publication: publication(experiment.id, home(site)) };
  return Response.json(data);
};
