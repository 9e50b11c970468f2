/**
 * `ratio: { probe: gradients, of: first, to: last, below: 0.01 }`: what a probe reads of one layer, divided by what it reads of
 * another, before training (`when: start`) or last (`end`). Where there is no ratio, because both are 0 or the run diverged
 * before the reading, the claim does not hold. Effect: the worst arm's ratio.
 */
import type * as z from 'zod';
import { settings } from '../../schema/parts.ts';
import type { RunResult } from '../train/result.ts';
import { sideOf, worstArm, worstOf } from './bound.ts';
import type { VerdictKind } from './kind.ts';
import { checkLayers, layerName, layerSchema, readingName, readingOf, readingShape, valueOf } from './layerReading.ts';

const { probe, value, ...rest } = readingShape;

export const ratioSchema = settings({
  probe,
  value,
  of: layerSchema.default('first').describe('layer whose reading is divided: first, last, or a number from 1; the output layer is the last'),
  to: layerSchema.default('last').describe('layer by whose reading it is divided'),
  ...rest,
});
export type Ratio = z.output<typeof ratioSchema>;

export const ratio: VerdictKind<Ratio> = {
  reads: 'nothing',
  quantity: (form) => `${readingName(form)}, ${layerName(form.of)} over ${layerName(form.to)}`,
  measure: (result, form) => ratioOf(result, form),
  effect: worstArm,
  side: sideOf,
  check: (form, arm, experiment, report) => checkLayers(form, { of: form.of, to: form.to }, arm, experiment, report),
};

function ratioOf(result: RunResult, form: Ratio): number | undefined {
  const reading = readingOf(result, form);
  if (reading === 'lost') return worstOf(form);
  const quotient = reading && valueOf(reading, form, form.of) / valueOf(reading, form, form.to);
  return Number.isNaN(quotient) ? worstOf(form) : quotient;
}
