/** The shape of a search file: a configuration, and under `search` what is searched. */
import * as z from 'zod';
import { SPLITS } from '../engines/engine.ts';
import { configurationShape } from '../experiments/configurationSchema.ts';
import { MOST_RUNS } from '../experiments/expand.ts';
import { LIMITS } from '../experiments/limits.ts';
import { metricNames } from '../experiments/metrics.ts';
import { rangeSchema } from '../experiments/range.ts';
import { settings } from '../experiments/schemaParts.ts';
import type { Json } from '../experiments/types.ts';
import { strategiesSchema } from './strategyChoice.ts';

export const SEARCH_SEEDS = { min: 1, max: 1000, integer: true };

const text = z.string().min(1, 'text, not empty');
const value = z.json() as z.ZodType<Json>;
const number = rangeSchema(LIMITS.float32);
const moments = ['final', 'best', 'area'] as const;

const range = settings({ min: number, max: number, scale: z.enum(['linear', 'log']).default('linear'), integer: z.boolean().default(false) });

export const searchSchema = settings({
  title: text.optional(),
  ...configurationShape,
  compare: z.record(text, z.array(value).min(1, 'at least one value')).default({}),
  search: settings({
    space: z.record(text, z.union([z.array(value).min(1, 'at least one value'), range])),
    strategy: strategiesSchema,
    folds: z
      .int({ error: () => 'a whole number of at least 2' })
      .min(2, 'a whole number of at least 2')
      .optional(),
    budget: settings({
      trials: rangeSchema({ min: 1, max: MOST_RUNS, integer: true }).optional(),
      updates: rangeSchema(LIMITS.updates).optional(),
    }).optional(),
    metric: z.enum(metricNames).default('loss'),
    split: z.enum(SPLITS).default('validation'),
    at: z.enum(moments).default('final'),
    seeds: rangeSchema(SEARCH_SEEDS).default(1),
  }),
});

export type WrittenSearch = z.output<typeof searchSchema>;
