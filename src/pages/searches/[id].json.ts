/** /searches/<id>.json: what an island needs to search, fetched when a reader shows intent. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedSearch, publishedSearchIds } from '../../components/searches/publishedSearch.ts';
import type { SearchIslandData } from '../../islands/search/searchIslandData.ts';

export const getStaticPaths: GetStaticPaths = () => publishedSearchIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params }) => {
  const { search, recording } = await publishedSearch(params['id'] ?? '');
  const data: SearchIslandData = { search, recorded: recording.logs.map(({ strategy, seed, digest }) => ({ strategy, seed, digest })) };
  return Response.json(data);
};
