/** /schema/search.json: the JSON Schema of a search file, for those who write one outside this repository. */
import type { APIRoute } from 'astro';
import { formatSearchJsonSchema } from '../../search/spec/searchJsonSchema.ts';

export const GET: APIRoute = () => new Response(formatSearchJsonSchema(), { headers: { 'content-type': 'application/schema+json' } });
