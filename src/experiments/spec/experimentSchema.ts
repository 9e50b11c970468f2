/** The shape of an experiment file: a configuration, and what is asked of it. */
import * as z from 'zod';
import { SPLITS } from '../../engines/engine.ts';
import { configurationShape } from '../configuration/configurationSchema.ts';
import { FIGURE_NAMES } from './figureNeeds.ts';
import { LIMITS } from '../configuration/limits.ts';
import { mapSchema } from './map.ts';
import { CONFUSION, metricNames, metrics } from '../configuration/metrics.ts';
import type { ProbeSpec } from '../probes/probe.ts';
import type { Json } from '../../schema/json.ts';
import { reportedSchema } from './reported.ts';
import { probes } from '../probes/index.ts';
import { rangeSchema } from '../../schema/range.ts';
import { choiceOf, label, namesOf, settings, text, valuesOf } from '../../schema/parts.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import { verdictSchema } from '../verdicts/verdictSchema.ts';

export const SEEDS = { min: 1, max: 1000, integer: true };

const metric = z.enum(metricNames);
const onRequest = [...metrics.filter((one) => one.onRequest).map(({ name }) => name), CONFUSION];
const probe = choiceOf<ProbeSpec>(
  namesOf(probes),
  probes.map(({ name, options }) => settings({ name: z.literal(name), ...valuesOf(options) })),
);
const split = z.enum(SPLITS);
const setting = z.json() as z.ZodType<Json>;
const named = settings({ label, set: z.record(z.string(), setting) });

const predictSchema = settings({
  question: text.describe('as the text beside the experiment asks it; it must not give the answer away'),
  options: z.array(text).min(2, 'at least two options').describe('what may be chosen'),
  answer: settings({
    verdict: z.int().min(1, 'a whole number from 1').default(1).describe('number of the verdict that answers the question, from 1'),
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, text.optional().describe(`the option that is right if the verdict comes out so`)])),
  }).describe('which option each outcome of a verdict bears out; an outcome without one bears out none'),
});

export const experimentSchema = settings({
  title: text.optional().describe('short name'),
  claim: text.optional().describe('the claim in one sentence'),
  sources: z.array(text).default([]).describe('ids of the claims of source texts that this answers'),
  ...configurationShape,
  compare: z
    .record(text, z.array(setting).min(1, 'at least one value'))
    .default({})
    .describe('axes, which multiply: the path of a setting → its values, or a free name → a list of { label, set: { path: value } }'),
  seeds: rangeSchema(SEEDS).default(1).describe('number of seeds that are recorded: seeds 1 to this'),
  verdict: z
    .union([z.array(verdictSchema), verdictSchema.transform((one) => [one])])
    .default([])
    .describe('what is claimed of the runs; one or a list'),
  show: settings({
    metric: metric.default('loss'),
    split: split.default('train'),
    scale: z.enum(['linear', 'log']).default('log'),
    x: z.enum(['epoch', 'step', 'example', 'multiplyAdd']).default('epoch'),
    xScale: z.enum(['linear', 'log']).optional().describe('scale of the horizontal axis of curves; linear if absent'),
    color: text.optional().describe('name of the axis that is told apart by color; by default the one that the first verdict compares'),
  })
    .prefault({})
    .describe('what the curves and finals show'),
  figures: z.array(z.enum(FIGURE_NAMES)).default(['curves', 'finals']).describe('figures, in their order'),
  controls: z.array(text).default([]).describe('paths of the settings that stand open beside Run'),
  predict: predictSchema.optional().describe('the question of Predict first; without it, it is made from the first verdict'),
  metrics: z.array(z.enum(onRequest)).default([]).describe('metrics to report that are not always reported'),
  history: settings({ every: rangeSchema(LIMITS.updates) })
    .optional()
    .describe('a point of the history every so many updates, instead of every epoch'),
  probes: z.array(probe).default([]).describe('what to look at inside the network'),
  reported: z.array(reportedSchema).default([]).describe('figures that a source text prints of these very networks, to be set beside ours'),
  map: mapSchema.optional().describe('where the claim holds: it is judged anew for every combination of one or two conditions'),
});

/** One value of an axis with a name of its own. */
export function parseNamedValue(raw: Json): z.ZodSafeParseResult<{ label: string; set: Record<string, Json> }> {
  return named.safeParse(raw);
}

export type WrittenExperiment = z.output<typeof experimentSchema>;
