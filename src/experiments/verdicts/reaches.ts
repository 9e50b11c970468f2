/**
 * `reaches: { level, sooner: [a, b] }`: along the named arms, the metric comes to the level later and later: a first.
 * A loss comes down to its level, an accuracy up. A run that never gets there is infinitely late; one that diverged
 * counts as far as it came. Time is read at the points of the history. Effect: how much later the last arm is than the first.
 */
import * as z from 'zod';
import { columnOf } from '../train/history.ts';
import { findMetric } from '../configuration/metrics.ts';
import { labels, settings } from '../../schema/parts.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Arm } from '../configuration/arm.ts';
import type { RunResult } from '../train/result.ts';
import type { Asked, VerdictKind } from './kind.ts';

const CLOCKS = ['step', 'epoch', 'example'] as const;

export const reachesSchema = settings({
  level: z.number({ error: () => 'a finite number' }).describe('value that the metric comes to'),
  sooner: labels.describe('labels of one axis, in the order in which the arms are said to reach the level'),
  by: z.enum(CLOCKS).default('step').describe('what time is counted in'),
});
export type Reaches = z.output<typeof reachesSchema>;

export const reaches: VerdictKind<Reaches> = {
  reads: 'metric',
  labels: ({ sooner }) => sooner,
  quantity: ({ by }) => `delay in ${by}s`,
  measure: timeOf,
  matters: () => ({ share: 0.05 }),
};

function timeOf({ ending, history }: RunResult, { level, by }: Reaches, { metric, split }: Asked, { configuration }: Arm): number | undefined {
  const values = columnOf(history, split, metric);
  if (!values) return ending.state === 'diverged' ? Infinity : undefined;
  const point = values.findIndex(findMetric(metric).better === 'low' ? (value) => value <= level : (value) => value >= level);
  if (point < 0) return Infinity;
  if (by === 'step') return history.step[point];
  return history.epoch[point]! * (by === 'example' ? splitSizes(configuration).train : 1);
}
