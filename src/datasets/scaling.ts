/**
 * Scaling of columns: v ↦ (v − shift) / scale, fitted on the training split alone, so that nothing
 * is learned from the examples that are kept back. A constant column is shifted but not divided.
 */
import { max, mean, min, standardDeviation } from 'simple-statistics';

export const SCALINGS = ['none', 'minMax', 'standardize'] as const;
export type ScalingName = (typeof SCALINGS)[number];

/** One affine map per column. */
export interface Scaling {
  shift: number[];
  scale: number[];
}

/**
 * Fit to `rows` of `values`, row-major [examples][columns].
 * minMax: to [0, 1]. standardize: to mean 0 and standard deviation 1 (dividing by n, as scikit-learn does).
 */
export function fitScaling(name: ScalingName, values: Float64Array, columns: number, rows: Int32Array): Scaling {
  const scaling: Scaling = { shift: [], scale: [] };
  for (let column = 0; column < columns; column++) {
    const sample = Array.from(rows, (row) => values[row * columns + column]!);
    const [shift, scale] = FITS[name](sample);
    scaling.shift.push(shift);
    scaling.scale.push(scale > 0 ? scale : 1);
  }
  return scaling;
}

/** Scale `values`, row-major and whole rows; returns a new array. */
export function applyScaling({ shift, scale }: Scaling, values: ArrayLike<number>): Float64Array {
  const columns = shift.length;
  return Float64Array.from(values, (value, i) => (value - shift[i % columns]!) / scale[i % columns]!);
}

/** Back to the data's own units. */
export function invertScaling({ shift, scale }: Scaling, values: ArrayLike<number>): Float64Array {
  const columns = shift.length;
  return Float64Array.from(values, (value, i) => value * scale[i % columns]! + shift[i % columns]!);
}

const FITS: Record<ScalingName, (sample: number[]) => [shift: number, scale: number]> = {
  none: () => [0, 1],
  minMax: (sample) => [min(sample), max(sample) - min(sample)],
  standardize: (sample) => [mean(sample), standardDeviation(sample)],
};
