/** /opening.json: what the front page's networks need, fetched when a reader is about to train them. */
import type { APIRoute } from 'astro';
import { openingData } from '../components/opening/opening.ts';

export const GET: APIRoute = async () => Response.json(await openingData());
