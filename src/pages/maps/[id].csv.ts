/** /maps/<id>.csv: the recorded map of an experiment as a table. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { mapView } from '../../experiments/maps/mapView.ts';
import { mapCsv } from '../../export/results/mapCsv.ts';
import { mappedIds, publishedMap } from '../../published/publishedMap.ts';

export const getStaticPaths: GetStaticPaths = async () => (await mappedIds()).map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params }) => {
  const { experiment, recording } = await publishedMap(params['id'] ?? '');
  const names = experiment.map.over.map(({ name }) => name);
  return new Response(mapCsv(mapView(experiment, recording.cells), names), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
