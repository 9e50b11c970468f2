/** /schema/experiment.json: the JSON Schema of an experiment file, for those who write one outside this repository. */
import type { APIRoute } from 'astro';
import { formatJsonSchema } from '../../experiments/spec/experimentJsonSchema.ts';

export const GET: APIRoute = () => new Response(formatJsonSchema(), { headers: { 'content-type': 'application/schema+json' } });
