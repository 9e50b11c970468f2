/** What the network puts out all over the plane of its two features: its decision surface. */
import { numbersOf } from '../../datasets/dataset.ts';
import { applyScaling, invertScaling } from '../../datasets/scaling.ts';
import { thresholdOf } from '../../engines/metric.ts';
import { count, every, type PointProbe, type ProbeContext } from './probe.ts';
import { trainingRows } from './trainingRows.ts';

export interface Surface {
  /** The grid, in the data's own units. */
  x1: number[];
  x2: number[];
  /** outputs[unit][row][column]: of the network at (x1[column], x2[row]); in regression in the labels' own units. */
  outputs: number[][][];
  /** Of classes: which output means class 1, where there is one output alone; it does above this. */
  threshold?: number;
  /** Classes of the labels; 0 in regression. */
  classes: number;
  /** The first examples of the training split, in the data's own units; `label`: a class number from 0, or the number to predict. */
  points: { x1: number[]; x2: number[]; label: number[] };
}

/** Examples shown with a surface, at most. */
const POINTS = 250;

export const surface: PointProbe<Surface> = {
  name: 'surface',
  title: 'decision surface',
  summary: 'Outputs of the network on a grid over its two features, a tenth beyond the data on each side.',
  options: { every, resolution: count('points of the grid along each feature', 40, 2, 400) },
  when: 'points',
  lacks: ({ features }) => (features === 2 ? undefined : `data with two features; these have ${features}`),
  async read(context, options) {
    const { trainer, plan } = context;
    const { examples, scaling } = plan;
    const side = Number(options.resolution);
    const x = numbersOf(examples.x);
    const [x1, x2] = [axis(x, 0, side), axis(x, 1, side)] as const;
    const points = Float64Array.from({ length: 2 * side * side }, (_, i) => (i % 2 === 0 ? x1[(i / 2) % side]! : x2[Math.floor(i / 2 / side)]!));
    const raw = await trainer.predict(Float32Array.from(applyScaling(scaling.features, points)), side * side);
    const values = examples.task === 'regression' ? invertScaling(scaling.labels, raw) : raw;
    const units = raw.length / (side * side);
    const outputs = grid(units, side, side, (unit, row, column) => values[(row * side + column) * units + unit]!);
    const alone = examples.task === 'classification' && units === 1;
    return { x1, x2, outputs, ...(alone && { threshold: thresholdOf(plan.plan.network) }), classes: examples.classes, points: trainingPoints(context) };
  },
  keep: (surface, isLast) => (isLast ? surface : undefined),
};

function trainingPoints(context: ProbeContext): Surface['points'] {
  const { task } = context.plan.examples;
  const { features, labels } = context.plan.scaling;
  const rows = trainingRows(context, POINTS);
  const x = invertScaling(features, rows.x);
  const width = rows.y.length / rows.examples;
  const y = task === 'regression' ? invertScaling(labels, rows.y) : rows.y;
  const label = (row: number) => (task === 'classification' && width > 1 ? rows.y.subarray(row * width, (row + 1) * width).indexOf(1) : y[row * width]!);
  const column = (start: number) => Array.from({ length: rows.examples }, (_, row) => x[2 * row + start]!);
  return { x1: column(0), x2: column(1), label: Array.from({ length: rows.examples }, (_, row) => label(row)) };
}

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
