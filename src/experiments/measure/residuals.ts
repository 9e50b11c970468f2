/** Metrics of regression that an engine does not report, from the network's outputs. */
import { invertScaling, type Scaling } from '../../datasets/scaling.ts';
import type { Evaluation } from '../../engines/engine.ts';

/**
 * `rmse`: root of the mean squared error over examples and labels, in the units in which the network sees
 * the labels, as for the loss. `rss`: sum of squared residuals over the split, in the data's own units, so
 * that it can stand beside a published fit. `targets` are in the data's own units; all are [examples][labels].
 */
export function residualMetrics(outputs: Float32Array, labels: Float32Array, targets: Float64Array, scaling: Scaling): Evaluation {
  const predicted = invertScaling(scaling, outputs);
  let squares = 0;
  let rss = 0;
  for (let i = 0; i < outputs.length; i++) {
    const error = outputs[i]! - labels[i]!;
    const residual = predicted[i]! - targets[i]!;
    squares += error * error;
    rss += residual * residual;
  }
  return { rmse: Math.sqrt(squares / outputs.length), rss };
}

/**
 * R² = 1 − Σ(ŷ − y)² / Σ(y − ȳ)², as the mean over labels; `outputs` and `labels` are [examples][columns] in any units.
 * A constant label that is predicted exactly counts 1, else 0 (as in scikit-learn).
 */
export function rSquared(outputs: Float32Array, labels: Float32Array, columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    let total = 0;
    for (let i = column; i < labels.length; i += columns) total += labels[i]!;
    const mean = total / (labels.length / columns);
    let [residual, spread] = [0, 0];
    for (let i = column; i < labels.length; i += columns) {
      residual += (outputs[i]! - labels[i]!) * (outputs[i]! - labels[i]!);
      spread += (labels[i]! - mean) * (labels[i]! - mean);
    }
    sum += spread > 0 ? 1 - residual / spread : Number(residual === 0);
  }
  return sum / columns;
}
