/**
 * `reported` in a file: what a source text prints of these very networks, beside which the experiment's own figures are set.
 *
 *   reported: [{ arm: 1 sigmoid, split: test, metric: loss, value: 0.168526, source: E7 }]
 *
 * It is compared with what runs end with, and changes nothing that is trained or judged.
 */
import * as z from 'zod';
import { metricNames } from '../configuration/metrics.ts';
import { SPLITS } from '../../engines/engine.ts';
import { label, settings, text } from '../../schema/parts.ts';

export const reportedSchema = settings({
  arm: label.describe('label of the arm: its axis labels in the order of compare, joined by “ · ”'),
  split: z.enum(SPLITS),
  metric: z.enum(metricNames),
  value: z.number().describe('as the source prints it'),
  sd: z.number().nonnegative().optional().describe('standard deviation over its runs, where the source prints one'),
  source: text.describe('id of the claim of a source text with which it stands; one of sources'),
});

/** One figure of a source text. */
export type Reported = z.output<typeof reportedSchema>;
