/** /maps/<id>.json: the map of an experiment, with what was recorded of it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { MapIslandData } from '../../islands/map/mapIslandData.ts';
import { mappedIds, publishedMap } from '../../published/publishedMap.ts';

export const getStaticPaths: GetStaticPaths = async () => (await mappedIds()).map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params }) => {
  const data: MapIslandData = await publishedMap(params['id'] ?? '');
  return Response.json(data);
};
