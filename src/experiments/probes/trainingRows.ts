import type { SplitData } from '../../engines/engine.ts';
import type { ProbeContext, ProbeOption } from './probe.ts';

/** The option for how many examples a probe looks at. */
export const examples: ProbeOption = {
  kind: 'number',
  description: 'examples of the training split, the first ones, at most',
  default: 1000,
  min: 1,
  max: 100_000,
  integer: true,
};

/** The first `most` examples of the training split. */
export function trainingRows({ plan }: ProbeContext, most: number): SplitData {
  const { x, y, examples: all } = plan.plan.data.train;
  const rows = Math.min(all, most);
  return { examples: rows, x: x.subarray(0, (x.length / all) * rows), y: y.subarray(0, (y.length / all) * rows) };
}
