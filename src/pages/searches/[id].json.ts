/** /searches/<id>.json: what an island needs to search, fetched when a reader shows intent. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedSearch, publishedSearchIds } from '../../published/publishedSearch.ts';
import { searchPublication } from '../../published/searchPublication.ts';
import { runsOfAll } from '../../islands/search/searchEditing.ts';
import type { SearchIslandData } from '../../islands/search/searchIslandData.ts';
import { home } from '../../site/home.ts';

export const getStaticPaths: GetStaticPaths = () => publishedSearchIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params, site }) => {
  const { search, recording } = await publishedSearch(params['id'] ?? '');
  const data: SearchIslandData = {
    search,
    runs: runsOfAll(search),
    recorded: recording.logs.map(({ strategy, seed, digest }) => ({ strategy, seed, digest })),
    publication: searchPublication({ search, recording }, home(site)),
  };
  return Response.json(data);
};
