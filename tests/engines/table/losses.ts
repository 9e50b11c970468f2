/** The catalog's losses in float64, written down once more, for the reference. */
import type { Choice } from '../../../src/nn/entry.ts';
import type { Watch } from './optimizers.ts';

type LossFormula = (yHat: number[], y: number[], choice: Choice, watch?: Watch) => number;

/** Loss of one example, from outputs ŷ: the catalog's formulas as they stand (labels and logits here are moderate). */
export const losses: Record<string, LossFormula> = {
  meanSquaredError: (yHat, y) => average(yHat.map((v, k) => (v - y[k]!) ** 2)),
  halfSquaredError: (yHat, y) => sum(yHat.map((v, k) => (v - y[k]!) ** 2 / 2)),
  meanAbsoluteError: (yHat, y, _choice, watch) =>
    average(
      yHat.map((v, k) => {
        watch?.(v - y[k]!);
        return Math.abs(v - y[k]!);
      }),
    ),
  huber: (yHat, y, { delta }, watch) =>
    average(
      yHat.map((v, k) => {
        const [d, limit] = [Math.abs(v - y[k]!), Number(delta)];
        watch?.(d - limit);
        return d <= limit ? d ** 2 / 2 : limit * (d - limit / 2);
      }),
    ),
  binaryCrossentropy: (yHat, y) => average(yHat.map((v, k) => -y[k]! * Math.log(v) - (1 - y[k]!) * Math.log(1 - v))),
  categoricalCrossentropy: (yHat, y) => -sum(yHat.map((v, k) => (y[k] ? y[k] * Math.log(v) : 0))),
  kullbackLeibler: (yHat, y) => sum(yHat.map((v, k) => (y[k] ? y[k] * Math.log(y[k] / v) : 0))),
  hinge: (yHat, y, _choice, watch) =>
    average(
      yHat.map((v, k) => {
        const margin = 1 - (2 * y[k]! - 1) * v;
        watch?.(margin);
        return Math.max(0, margin);
      }),
    ),
};

function sum(values: number[]): number {
  return values.reduce((s, v) => s + v, 0);
}

function average(values: number[]): number {
  return sum(values) / values.length;
}
