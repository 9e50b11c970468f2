/** /experiments/<id>.json: what an island needs to run an experiment, fetched when a reader shows intent. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { observationOf } from '../../experiments/spec/observe.ts';
import { figureContext } from '../../published/figureContext.ts';
import { kernel } from '../../published/kernelFile.ts';
import { publication } from '../../published/publication.ts';
import { published, publishedIds } from '../../published/published.ts';
import type { IslandData } from '../../islands/experiment/state/islandData.ts';
import { home } from '../../site/home.ts';

export const getStaticPaths: GetStaticPaths = () => publishedIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params, site }) => {
  const { experiment, recording } = await published(params['id'] ?? '');
  const data: IslandData = {
    experiment,
    observe: observationOf(experiment),
    recording,
    context: figureContext(experiment, await kernel()),
    publication: publication(experiment.id, home(site)),
  };
  return Response.json(data);
};
