/** A verdict as it is written in a spec. */
import * as z from 'zod';
import { SPLITS } from '../../engines/engine.ts';
import { mattersSchema } from '../configuration/matters.ts';
import { metricNames } from '../configuration/metrics.ts';
import { rangeSchema } from '../../schema/range.ts';
import { bound, label, labels, settings, text } from '../../schema/parts.ts';
import { marginSchema } from './chance.ts';
import { gapSchema } from './gap.ts';
import { interactionSchema } from './interaction.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import { ratioSchema } from './ratio.ts';
import { reachesSchema } from './reaches.ts';
import { readingSchema } from './reading.ts';
import { risesSchema } from './rises.ts';
import { sameSchema } from './same.ts';
import { sparsitySchema } from './sparsity.ts';

export const IN_AT_LEAST = { min: 0.5, exclusiveMin: true, max: 1 };
export const MOMENTS = ['final', 'best', 'area'] as const;

/** What a verdict may say: exactly one of these. */
const forms = {
  ascending: labels.optional().describe('labels of one axis in the order in which the metric is said to rise'),
  below: bound.optional().describe('number below which the metric of every arm concerned is said to stay'),
  above: bound.optional().describe('number above which the metric of every arm concerned is said to stay'),
  reaches: reachesSchema.optional().describe('arms are said to reach a level of the metric one sooner than the next'),
  stuck: marginSchema.describe('the training loss is said to be no better than that of the best constant prediction'),
  learns: marginSchema.describe('the training loss is said to be better than that of the best constant prediction'),
  diverges: z.boolean().optional().describe('every arm concerned is said to diverge; false: none of them'),
  ratio: ratioSchema.optional().describe('what a probe reads of one layer, divided by what it reads of another, is said to stay below or above a number'),
  reading: readingSchema.optional().describe('what a probe reads of one layer is said to stay below or above a number'),
  rises: risesSchema.optional().describe('along arms, what a probe reads of one layer is said to rise'),
  sparsity: sparsitySchema.optional().describe('the share of small weights is said to stay below or above a number'),
  same: sameSchema.optional().describe('two arms are said to differ by less than a margin'),
  gap: gapSchema.optional().describe('the metric of the split, less that of another split of the same run, is said to stay below or above a number'),
  smoother: labels.optional().describe('labels of one axis in the order in which the curve of the metric is said to be rougher and rougher'),
  interaction: interactionSchema
    .optional()
    .describe('what a step along one axis changes is said to depend on another axis: a difference of differences, beyond a bound or within a margin'),
};

export type VerdictForms = z.output<z.ZodObject<typeof forms>>;

/** What these look at is not for the verdict to choose. */
export const WITHOUT_METRIC: readonly string[] = ['stuck', 'learns', 'diverges', 'ratio', 'reading', 'rises', 'sparsity'];

const written = settings({
  claim: text.optional().describe('the sentence that this judges; by default the experiment’s claim'),
  metric: z.enum(metricNames).optional().describe('what is judged, where the verdict is about a metric'),
  split: z.enum(SPLITS).optional().describe('the split whose metric is judged'),
  at: z.enum(MOMENTS).default('final').describe('the metric at the end, at its best, or averaged over the curve'),
  ...forms,
  where: z.record(z.string(), label).default({}).describe('judge only arms with these labels: axis → label'),
  matters: mattersSchema.optional().describe('of an order: the smallest difference that matters; smaller ones count for neither side'),
  inAtLeast: rangeSchema(IN_AT_LEAST).default(0.8).describe('share of the seeds in which the claim must hold'),
  expect: z.enum(OUTCOMES).default('holds').describe('the judgement that is expected; another one fails the tests'),
});

/** Metric and split are said, or the verdict is one that has none. */
export const verdictSchema = written.superRefine((verdict, context) => {
  if (WITHOUT_METRIC.some((name) => Reflect.get(verdict, name) !== undefined)) return;
  for (const [key, names] of [
    ['metric', metricNames],
    ['split', SPLITS],
  ] as const) {
    if (verdict[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: `one of ${names.join(', ')}` });
  }
});
export type WrittenVerdict = z.output<typeof verdictSchema>;
