import { decodeRows } from '../../kernel/coded.ts';
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

/** Some examples, with their features as numbers. */
export interface Rows {
  examples: number;
  x: Float32Array;
  y: Float32Array;
}

/** The first `most` examples of the training split. */
export function trainingRows({ plan }: ProbeContext, most: number): Rows {
  const { network, data } = plan.plan;
  const { x, y, examples: all } = data.train;
  const rows = Math.min(all, most);
  return {
    examples: rows,
    x: x instanceof Float32Array ? x.subarray(0, network.inputs * rows) : decodeRows(x, 0, rows),
    y: y.subarray(0, (y.length / all) * rows),
  };
}
