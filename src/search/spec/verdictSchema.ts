/** A claim about a search, as it is written in a file. */
import * as z from 'zod';
import { mattersSchema } from '../../experiments/configuration/matters.ts';
import { rangeSchema } from '../../schema/range.ts';
import { label, labels, settings, text } from '../../schema/parts.ts';
import type { Json } from '../../schema/json.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import { IN_AT_LEAST } from '../../experiments/verdicts/verdictSchema.ts';

const value = z.json() as z.ZodType<Json>;

export const searchVerdictSchema = settings({
  claim: text.optional().describe('the sentence that this judges; by default the search’s claim'),
  ranking: labels.optional().describe('strategies, or arms of a tuned comparison, the best first, by what each found with the same budget'),
  chooses: z
    .record(text, z.array(value).min(1, 'at least one value'))
    .optional()
    .describe('path or name of the space → values, one of which the strategy is said to choose'),
  strategy: label.optional().describe('whose choice, where there are several strategies; by default the first one’s'),
  on: z.enum(['found', 'test']).default('found').describe('a ranking by the score that chose the setting, or by its score on the test split'),
  matters: mattersSchema.optional().describe('of a ranking: the smallest difference that matters; smaller ones count for neither side'),
  inAtLeast: rangeSchema(IN_AT_LEAST).default(0.8).describe('share of the seeds in which the claim must hold'),
  expect: z.enum(OUTCOMES).default('holds').describe('the judgement that is expected; another one fails the tests'),
});
