/**
 * `map` in a file: one or two conditions, over whose values one of the experiment's claims is judged anew, cell by cell:
 *
 *   map: { claim: 1, over: { dataset.noise: [0, 0.1, 0.3], network.hidden: [[4], [16]] }, seeds: 10 }
 */
import * as z from 'zod';
import { rangeSchema } from '../../schema/range.ts';
import { settings, text } from '../../schema/parts.ts';
import { FEWEST_SEEDS } from '../../statistics/medianInterval.ts';
import type { Axis } from '../configuration/arm.ts';
import type { Json } from '../../schema/json.ts';

/** Explicit: every default is filled in. */
export interface ClaimMap {
  /** Which of the verdicts, counted from 1. */
  claim: number;
  /** The claim in words that fit every cell, where the verdict’s own name one setting. */
  sentence?: string;
  /** The conditions, first the one down, then the one across. */
  over: Axis[];
  /** Paired seeds of each cell: seeds 1 to this. */
  seeds: number;
}

/** Fewer cannot be judged. */
const MAP_SEEDS = { min: FEWEST_SEEDS, max: 100, integer: true };
export const MOST_CONDITIONS = 2;

const DEFAULT_SEEDS = 10;

export const mapSchema = settings({
  claim: rangeSchema({ min: 1, max: 1000, integer: true }).default(1).describe('which of the verdicts, counted from 1'),
  sentence: text.optional().describe('the claim in words that fit every cell; by default those of the verdict'),
  over: z
    .record(text, z.array(z.json() as z.ZodType<Json>).min(1, 'at least one value'))
    .describe('one or two conditions: the path of a setting that is not compared → its values, or a free name → a list of { label, set: { path: value } }'),
  seeds: rangeSchema(MAP_SEEDS).default(DEFAULT_SEEDS).describe('seeds of each cell: seeds 1 to this'),
});

export type WrittenMap = z.output<typeof mapSchema>;
