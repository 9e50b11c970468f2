/** /experiments/<id>.tips.json: what a pointer on the recorded figures is told (figures/hover.ts). */
import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedIds } from '../../published/published.ts';
import { recordedFigures } from '../../published/recordedFigures.ts';

export const getStaticPaths: GetStaticPaths = () => publishedIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params }) => Response.json((await recordedFigures(params['id'] ?? '')).tips);
