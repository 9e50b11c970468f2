/** The shape of an experiment file: a configuration, and what is asked of it. */
import * as z from 'zod';
import { SPLITS } from '../engines/engine.ts';
import { configurationShape } from './configurationSchema.ts';
import { LIMITS } from './limits.ts';
import { CONFUSION, metricNames, metrics } from './metrics.ts';
import type { ProbeSpec } from './observation.ts';
import { probes } from './probes/index.ts';
import { rangeSchema } from './range.ts';
import { choiceOf, namesOf, settings, valuesOf } from './schemaParts.ts';
import type { Json } from './types.ts';

export const SEEDS = { min: 1, max: 1000, integer: true };
export const IN_AT_LEAST = { min: 0.5, exclusiveMin: true, max: 1 };
export const FIGURES = ['curves', 'finals', 'fit'] as const;
export const MOMENTS = ['final', 'best', 'area'] as const;
export const OUTCOMES = ['supported', 'unsupported', 'inconclusive'] as const;

const text = z.string().min(1, 'text, not empty');
/** Labels may be written as numbers: `ascending: [50, 100]`. */
const label = z.union([text, z.number().transform(String), z.boolean().transform(String)]);
const metric = z.enum(metricNames);
const onRequest = [...metrics.filter((one) => one.onRequest).map(({ name }) => name), CONFUSION];
const probe = choiceOf<ProbeSpec>(
  namesOf(probes),
  probes.map(({ name, options }) => settings({ name: z.literal(name), ...valuesOf(options) })),
);
const split = z.enum(SPLITS);
const bound = z.number({ error: () => 'a finite number' });

const verdict = settings({
  claim: text.optional(),
  metric,
  split,
  at: z.enum(MOMENTS).default('final'),
  ascending: z.array(label).min(2, 'at least two labels').optional(),
  below: bound.optional(),
  above: bound.optional(),
  where: z.record(z.string(), label).default({}),
  inAtLeast: rangeSchema(IN_AT_LEAST).default(0.8),
  expect: z.enum(OUTCOMES).default('supported'),
});

const setting = z.json() as z.ZodType<Json>;
const named = settings({ label, set: z.record(z.string(), setting) });

export const experimentSchema = settings({
  title: text.optional(),
  claim: text.optional(),
  sources: z.array(text).default([]),
  ...configurationShape,
  compare: z.record(text, z.array(setting).min(1, 'at least one value')).default({}),
  seeds: rangeSchema(SEEDS).default(1),
  verdict: z.union([z.array(verdict), verdict.transform((one) => [one])]).default([]),
  show: settings({
    metric: metric.default('loss'),
    split: split.default('train'),
    scale: z.enum(['linear', 'log']).default('log'),
    x: z.enum(['epoch', 'step', 'example']).default('epoch'),
  }).prefault({}),
  figures: z.array(z.enum(FIGURES)).default(['curves', 'finals']),
  controls: z.array(text).default([]),
  metrics: z.array(z.enum(onRequest)).default([]),
  history: settings({ every: rangeSchema(LIMITS.updates) }).optional(),
  probes: z.array(probe).default([]),
});

/** One value of an axis with a name of its own. */
export function parseNamedValue(raw: Json): z.ZodSafeParseResult<{ label: string; set: Record<string, Json> }> {
  return named.safeParse(raw);
}

export type WrittenExperiment = z.output<typeof experimentSchema>;
export type WrittenVerdict = z.output<typeof verdict>;
