/** `ascending: [a, b, c]`: the metric rises along the named arms. Effect: last less first. */
import { findMetric } from '../configuration/metrics.ts';
import { summarize } from '../train/summary.ts';
import type { VerdictKind } from './kind.ts';

export const ascending: VerdictKind<string[]> = {
  reads: 'timed',
  recorded: true,
  labels: (form) => form,
  measure: (result, _form, { split, metric, at }) => summarize(result, split, metric, at),
  matters: (_form, { metric }) => findMetric(metric).matters,
};
