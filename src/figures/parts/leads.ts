/** Who is ahead where on a decision surface. */
import type { ProbeData } from '../../experiments/probes/reading.ts';

/** How far the class ahead is ahead of the next, at least, in each band. */
export const LEADS = [0, 1 / 3, 2 / 3];

/** leads[class][point]: by how much the class is ahead of the best other one, row by row. Below 0 where it is not ahead. */
export function leads({ outputs, threshold = 0.5 }: Pick<ProbeData['surface'], 'outputs' | 'threshold'>): number[][] {
  const flat = outputs.map((output) => output.flat());
  const [only, ...others] = flat;
  if (only && others.length === 0) return [-1, 1].map((sign) => only.map((value) => 2 * sign * (value - threshold)));
  return flat.map((values, own) =>
    values.map((value, point) => value - Math.max(...flat.filter((_, other) => other !== own).map((rival) => rival[point] ?? NaN))),
  );
}
