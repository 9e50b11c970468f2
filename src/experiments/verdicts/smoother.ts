/**
 * `smoother: [a, b]`: along the named arms, the curve of the metric is rougher and rougher (measure/roughness.ts). The arms must be
 * read equally often. A run that diverged is infinitely rough. Effect: roughness of the last less that of the first.
 */
import { roughness } from '../measure/roughness.ts';
import { columnOf } from '../train/history.ts';
import type { VerdictKind } from './kind.ts';

export const smoother: VerdictKind<string[]> = {
  reads: 'metric',
  labels: (form) => form,
  quantity: (_form, { split, metric }) => `difference in the roughness of the ${split} ${metric}`,
  measure({ ending, history }, _form, { split, metric }) {
    if (ending.state === 'diverged') return Infinity;
    const values = columnOf(history, split, metric);
    return ending.state === 'finished' && values ? roughness(values) : undefined;
  },
  matters: () => ({ share: 0.1 }),
};
