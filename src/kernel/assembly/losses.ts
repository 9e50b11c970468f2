// Losses. `z` are the logits (what goes into the output activation), `a` the outputs, `y` the labels,
// all [rows][outputs padded].

import { Loss } from './opcodes';
import { padded } from './layout';
import { splat, sum4 } from './vector';

/** Whether the loss's gradient is taken with respect to the logits, past the output activation. */
// @ts-ignore: decorator
@inline
export function fromLogits(loss: i32): bool {
  return loss == Loss.BINARY_CROSSENTROPY || loss == Loss.CATEGORICAL_CROSSENTROPY;
}

/**
 * Gradient of the mean loss over `rows` rows into `delta`: with respect to z if `fromLogits`, else
 * to a. Returns 0, or NaN if the loss is not finite.
 */
export function lossGradient(loss: i32, delta: usize, z: usize, a: usize, y: usize, rows: i32, outputs: i32): f32 {
  const end = <usize>(rows * padded(outputs)) << 2;
  // Cross-entropies from logits: (a − y) / rows, and for the binary one also / outputs, which is a mean over outputs.
  // Squared error: 2 (a − y) / (rows · outputs).
  let factor: f32 = <f32>1 / <f32>(loss == Loss.CATEGORICAL_CROSSENTROPY ? rows : rows * outputs);
  if (loss == Loss.MEAN_SQUARED_ERROR) factor *= 2;
  const scale = splat(factor);
  const logits = fromLogits(loss);
  const lanes = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(((outputs - 1) & 3) + 1));
  const stride = <usize>padded(outputs) << 2;
  let check = splat(0);
  for (let row: usize = 0; row < end; row += stride) {
    const last = row + stride - 16;
    for (let i = row; i <= last; i += 16) {
      let difference = f32x4.sub(v128.load(a + i), v128.load(y + i));
      if (i == last) difference = v128.and(difference, lanes);
      // An infinite logit can give a finite output, yet its cross-entropy is infinite.
      let finite = logits ? v128.load(z + i) : f32x4.mul(difference, difference);
      if (i == last) finite = v128.and(finite, lanes);
      check = f32x4.add(check, f32x4.mul(finite, splat(0)));
      v128.store(delta + i, f32x4.mul(difference, scale));
    }
  }
  return sum4(check);
}

/** Add the rows' losses and metrics to `results`: loss, correct, absolute error, squared error. */
export function lossSums(loss: i32, results: usize, z: usize, a: usize, y: usize, rows: i32, outputs: i32): void {
  const stride = <usize>padded(outputs) << 2;
  let total: f64 = 0, correct: f64 = 0, absolute: f64 = 0, squared: f64 = 0;
  for (let r = 0; r < rows; r++, z += stride, a += stride, y += stride) {
    let rowAbsolute: f64 = 0, rowSquared: f64 = 0, rowLoss: f64 = 0;
    for (let k = 0; k < outputs; k++) {
      const difference = <f64>at(a, k) - <f64>at(y, k);
      rowAbsolute += Math.abs(difference);
      rowSquared += difference * difference;
    }
    if (loss == Loss.CATEGORICAL_CROSSENTROPY) rowLoss = categorical(z, y, outputs);
    else if (loss == Loss.BINARY_CROSSENTROPY) rowLoss = binary(z, y, outputs) / <f64>outputs;
    else rowLoss = rowSquared / <f64>outputs;
    total += rowLoss;
    absolute += rowAbsolute / <f64>outputs;
    squared += rowSquared / <f64>outputs;
    const right = outputs == 1 ? (at(a, 0) > 0.5) == (at(y, 0) > 0.5) : argmax(a, outputs) == argmax(y, outputs);
    correct += right ? 1 : 0;
  }
  store<f64>(results, load<f64>(results) + total);
  store<f64>(results, load<f64>(results, 8) + correct, 8);
  store<f64>(results, load<f64>(results, 16) + absolute, 16);
  store<f64>(results, load<f64>(results, 24) + squared, 24);
}

// @ts-ignore: decorator
@inline
function at(row: usize, k: i32): f32 {
  return load<f32>(row + (<usize>k << 2));
}

/** Σ_k y_k (log Σ_j e^{z_j} − z_k). */
function categorical(z: usize, y: usize, outputs: i32): f64 {
  let top: f64 = at(z, 0);
  for (let k = 1; k < outputs; k++) top = max(top, <f64>at(z, k));
  let sum: f64 = 0;
  for (let k = 0; k < outputs; k++) sum += Math.exp(<f64>at(z, k) - top);
  const logSum = Math.log(sum) + top;
  let loss: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const label = <f64>at(y, k);
    if (label != 0) loss += label * (logSum - <f64>at(z, k));
  }
  return loss;
}

/** Σ_k max(z, 0) − z y + log(1 + e^{−|z|}). */
function binary(z: usize, y: usize, outputs: i32): f64 {
  let loss: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const logit = <f64>at(z, k);
    loss += max(logit, 0) - logit * <f64>at(y, k) + Math.log(1 + Math.exp(-Math.abs(logit)));
  }
  return loss;
}

/** Index of the largest value; the first of equal ones. */
function argmax(row: usize, n: i32): i32 {
  let best = 0;
  for (let k = 1; k < n; k++) if (at(row, k) > at(row, best)) best = k;
  return best;
}
