/** What the network puts out all over the plane of its two features: its decision surface. */
import { applyScaling, invertScaling } from '../../datasets/scaling.ts';
import { count, every, type PointProbe } from './probe.ts';

export interface Surface {
  /** The grid, in the data's own units. */
  x1: number[];
  x2: number[];
  /** outputs[unit][row][column]: of the network at (x1[column], x2[row]); in regression in the labels' own units. */
  outputs: number[][][];
}

export const surface: PointProbe<Surface> = {
  name: 'surface',
  title: 'decision surface',
  summary: 'Outputs of the network on a grid over its two features, a tenth beyond the data on each side.',
  options: { every, resolution: count('points of the grid along each feature', 40, 2, 400) },
  when: 'points',
  lacks: ({ features }) => (features === 2 ? undefined : `data with two features; these have ${features}`),
  async read({ trainer, plan }, options) {
    const { examples, scaling } = plan;
    const side = Number(options.resolution);
    const [x1, x2] = [axis(examples.x, 0, side), axis(examples.x, 1, side)] as const;
    const points = Float64Array.from({ length: 2 * side * side }, (_, i) => (i % 2 === 0 ? x1[(i / 2) % side]! : x2[Math.floor(i / 2 / side)]!));
    const raw = await trainer.predict(Float32Array.from(applyScaling(scaling.features, points)), side * side);
    const values = examples.task === 'regression' ? invertScaling(scaling.labels, raw) : raw;
    const units = raw.length / (side * side);
    const outputs = grid(units, side, side, (unit, row, column) => values[(row * side + column) * units + unit]!);
    return { x1, x2, outputs };
  },
};

/** `points` values over the range of one of two columns, widened by a tenth at each end. */
function axis(values: ArrayLike<number>, column: number, points: number): number[] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = column; i < values.length; i += 2) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  const margin = (high - low) / 10 || 1;
  return Array.from({ length: points }, (_, i) => low - margin + ((high - low + 2 * margin) * i) / (points - 1));
}

function grid(units: number, rows: number, columns: number, value: (unit: number, row: number, column: number) => number): number[][][] {
  return Array.from({ length: units }, (_, unit) =>
    Array.from({ length: rows }, (__, row) => Array.from({ length: columns }, (___, column) => value(unit, row, column))),
  );
}
