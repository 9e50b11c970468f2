/**
 * Scaling of columns: v ↦ (v − shift) / scale, fitted on the training split alone, so that nothing
 * is learned from the examples that are kept back. A column that is constant there is shifted to 0 but not
 * divided, as in scikit-learn.
 */
import { max, mean, min, standardDeviation } from 'simple-statistics';
import { CODES, tableStep, type CodedRows } from '../kernel/coded.ts';

export const SCALINGS = ['none', 'minMax', 'standardize'] as const;
export type ScalingName = (typeof SCALINGS)[number];

/** One affine map per column. */
export interface Scaling {
  shift: number[];
  scale: number[];
}

/**
 * Fit to `rows` (at least one) of `values`, row-major [examples][columns].
 * minMax: to [0, 1]. standardize: to mean 0 and standard deviation 1 (dividing by n, as scikit-learn does).
 */
export function fitScaling(name: ScalingName, values: ArrayLike<number> | CodedRows, columns: number, rows: Int32Array): Scaling {
  const scaling: Scaling = { shift: new Array<number>(columns).fill(0), scale: new Array<number>(columns).fill(1) };
  if (name === 'none') return scaling;
  for (let column = 0; column < columns; column++) {
    const sample = columnOf(values, column, columns, rows);
    const [low, high] = [min(sample), max(sample)];
    // The mean of equal numbers may be off by a rounding error, which a division by their "deviation" would blow up.
    const [shift, scale] = low === high ? [low, 1] : FITS[name](sample, low, high);
    scaling.shift[column] = shift;
    scaling.scale[column] = scale;
  }
  return scaling;
}

/**
 * Scale `values`, row-major and whole rows, to new ones of the same kind; where the scaling changes nothing, to `values` themselves.
 * Of codes it is what they stand for that is scaled, as 32-bit floats, and each column then has a table of its own.
 */
export function applyScaling<A extends Float64Array | Float32Array | CodedRows>(scaling: Scaling, values: A): A {
  const { shift, scale } = scaling;
  if (shift.every((value) => value === 0) && scale.every((value) => value === 1)) return values;
  if (isCoded(values)) return scaledCodes(scaling, values) as A;
  const columns = shift.length;
  const scaled = values.slice() as Exclude<A, CodedRows>;
  for (let start = 0; start < scaled.length; start += columns) {
    for (let column = 0; column < columns; column++) scaled[start + column] = (scaled[start + column]! - shift[column]!) / scale[column]!;
  }
  return scaled;
}

function isCoded(values: ArrayLike<number> | CodedRows): values is CodedRows {
  return 'codes' in values;
}

function columnOf(values: ArrayLike<number> | CodedRows, column: number, columns: number, rows: Int32Array): number[] {
  if (!isCoded(values)) return Array.from(rows, (row) => values[row * columns + column]!);
  const { codes, values: table } = values;
  const start = column * tableStep(table);
  return Array.from(rows, (row) => table[start + codes[row * columns + column]!]!);
}

function scaledCodes({ shift, scale }: Scaling, coded: CodedRows): CodedRows {
  const { values: table } = coded;
  const tables = new Float32Array(shift.length * CODES);
  const step = tableStep(table);
  for (let column = 0; column < shift.length; column++) {
    for (let code = 0; code < CODES; code++) tables[column * CODES + code] = (table[column * step + code]! - shift[column]!) / scale[column]!;
  }
  return { ...coded, values: tables };
}

/** Back to the data's own units. */
export function invertScaling({ shift, scale }: Scaling, values: ArrayLike<number>): Float64Array {
  const columns = shift.length;
  return Float64Array.from(values, (value, i) => value * scale[i % columns]! + shift[i % columns]!);
}

const FITS: Record<Exclude<ScalingName, 'none'>, (sample: number[], low: number, high: number) => [shift: number, scale: number]> = {
  minMax: (_sample, low, high) => [low, high - low],
  standardize: (sample) => [mean(sample), standardDeviation(sample)],
};
