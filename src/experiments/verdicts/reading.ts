/**
 * `reading: { probe: activations, value: dead, layer: 2, above: 0.5 }`: what a probe reads of one layer, before training
 * (`when: start`) or last (`end`). Where the run diverged before the reading, the claim does not hold. Effect: the worst arm's
 * reading.
 */
import type * as z from 'zod';
import { settings } from '../../schema/parts.ts';
import { sideOf, worstArm, worstOf } from './bound.ts';
import type { VerdictKind } from './kind.ts';
import { checkLayers, layerReadingName, layerSchema, readingOf, readingShape, valueOf } from './layerReading.ts';

const { probe, value, ...rest } = readingShape;

export const readingSchema = settings({
  probe,
  value,
  layer: layerSchema.default('first').describe('first, last, or a number from 1; the output layer is the last'),
  ...rest,
});
export type Reading = z.output<typeof readingSchema>;

export const reading: VerdictKind<Reading> = {
  reads: 'nothing',
  quantity: (form) => layerReadingName(form, form.layer),
  measure(result, form) {
    const read = readingOf(result, form);
    return read === 'lost' ? worstOf(form) : read && valueOf(read, form, form.layer);
  },
  effect: worstArm,
  side: sideOf,
  check: (form, arm, experiment, report) => checkLayers(form, { layer: form.layer }, arm, experiment, report),
};
