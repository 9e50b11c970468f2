/**
 * `rises: { probe: curvature, along: [a, b] }`: along the named arms rises what a probe reads of one layer, or of the network, before
 * training (`when: start`) or last (`end`). Where a run diverged before the reading, it is infinite. Effect: last less first.
 */
import type * as z from 'zod';
import { labels, settings } from '../../schema/parts.ts';
import type { VerdictKind } from './kind.ts';
import { checkRead, layerReadingName, layerSchema, readingOf, readingShape, valueOf } from './layerReading.ts';

const { probe, value, when } = readingShape;

export const risesSchema = settings({
  probe,
  value,
  layer: layerSchema.default('first').describe('first, last, or a number from 1; the output layer is the last'),
  when,
  along: labels.describe('labels of one axis in the order in which the reading is said to rise'),
});
export type Rises = z.output<typeof risesSchema>;

export const rises: VerdictKind<Rises> = {
  reads: 'nothing',
  labels: ({ along }) => along,
  quantity: (form) => `difference in the ${layerReadingName(form, form.layer)}`,
  measure(result, form) {
    const read = readingOf(result, form);
    return read === 'lost' ? Infinity : read && valueOf(read, form, form.layer);
  },
  matters: () => ({ share: 0.1 }),
  check: (form, arm, experiment, report) => checkRead(form, { layer: form.layer }, arm, experiment, report),
};
