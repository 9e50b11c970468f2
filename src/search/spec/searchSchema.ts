/** The shape of a search file: a configuration, under `search` what is searched, and what is claimed of it. */
import * as z from 'zod';
import { SPLITS } from '../../engines/engine.ts';
import { configurationShape } from '../../experiments/configuration/configurationSchema.ts';
import { MOST_RUNS } from '../../experiments/spec/expand.ts';
import { LIMITS } from '../../experiments/configuration/limits.ts';
import { metricNames } from '../../experiments/configuration/metrics.ts';
import { rangeSchema } from '../../schema/range.ts';
import { settings, text } from '../../schema/parts.ts';
import type { Json } from '../../schema/json.ts';
import { MOMENTS } from '../../experiments/verdicts/verdictSchema.ts';
import { strategiesSchema } from '../strategies/strategyChoice.ts';
import { searchVerdictSchema } from './verdictSchema.ts';

const SEARCH_SEEDS = { min: 1, max: 1000, integer: true };

const value = z.json() as z.ZodType<Json>;
const number = rangeSchema(LIMITS.float32);

const range = settings({ min: number, max: number, scale: z.enum(['linear', 'log']).default('linear'), integer: z.boolean().default(false) });

export const searchSchema = settings({
  title: text.optional().describe('short name'),
  claim: text.optional().describe('the claim in one sentence'),
  sources: z.array(text).default([]).describe('ids of the claims of source texts that this answers'),
  ...configurationShape,
  compare: z
    .record(text, z.array(value).min(1, 'at least one value'))
    .default({})
    .describe('arms of a tuned comparison: the path of a setting → its values, or a free name → a list of { label, set: { path: value } }'),
  search: settings({
    space: z
      .record(text, z.union([z.array(value).min(1, 'at least one value'), range]))
      .describe('the path of a setting → its values or a range { min, max, scale, integer }, or a free name → a list of { label, set: { path: value } }'),
    strategy: strategiesSchema.describe('one or a list, all with the same budget'),
    folds: z
      .int({ error: () => 'a whole number of at least 2' })
      .min(2, 'a whole number of at least 2')
      .optional()
      .describe('number of folds of a cross-validation; without it, candidates are scored on the validation split'),
    budget: settings({
      trials: rangeSchema({ min: 1, max: MOST_RUNS, integer: true }).optional().describe('candidates trained in full, on every fold'),
      updates: rangeSchema(LIMITS.updates).optional().describe('updates of all runs together'),
    })
      .optional()
      .describe('what each strategy may spend: trials or updates'),
    metric: z.enum(metricNames).default('loss').describe('what is compared'),
    split: z.enum(SPLITS).default('validation').describe('of which split'),
    at: z.enum(MOMENTS).default('final').describe('the metric at the end, at its best, or averaged over the curve'),
    seeds: rangeSchema(SEARCH_SEEDS).default(1).describe('the search is done anew with each of the seeds 1 to this'),
  }).describe('what is searched, how, and what counts'),
  verdict: z
    .union([z.array(searchVerdictSchema), searchVerdictSchema.transform((one) => [one])])
    .default([])
    .describe('what is claimed of the search; one or a list'),
});

export type WrittenSearch = z.output<typeof searchSchema>;
