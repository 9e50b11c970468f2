// Losses: gradients for training in float32, values for evaluation in float64. `z` are the logits
// (what goes into the output activation), `a` the outputs, `y` the labels; `parameter` is Huber's δ,
// or 1 where the ½-sum is divided by the rows.

import { lastLanes, padded, strideOf } from './layout';
import { Loss } from './opcodes';
import { sign4 } from './regularizers';
import { one, splat, sum4 } from './vector';

/** Whether the loss's gradient is taken with respect to the logits, past the output activation. */
// @ts-ignore: decorator
@inline
export function fromLogits(loss: i32): bool {
  return loss == Loss.BINARY_CROSSENTROPY || loss == Loss.CATEGORICAL_CROSSENTROPY || loss == Loss.KULLBACK_LEIBLER;
}

/**
 * Gradient of the loss over `rows` rows into `delta`: with respect to z if `fromLogits`, else to a.
 * Returns 0, or NaN if the loss is not finite in float32.
 */
export function lossGradient(loss: i32, parameter: f32, delta: usize, z: usize, a: usize, y: usize, rows: i32, outputs: i32): f32 {
  const stride = strideOf(outputs);
  const end = <usize>rows * stride;
  const lanes = lastLanes(outputs);
  const scale = splat(factorOf(loss, parameter, rows, outputs));
  if (fromLogits(loss)) return differences(true, scale, lanes, delta, z, a, y, end, stride);
  if (loss <= Loss.HALF_SQUARED_ERROR) return differences(false, scale, lanes, delta, z, a, y, end, stride);
  let check = splat(0);
  for (let row: usize = 0; row < end; row += stride) {
    const last = row + stride - 16;
    for (let i = row; i <= last; i += 16) {
      const output = v128.load(a + i);
      const label = v128.load(y + i);
      let slope = f32x4.sub(output, label);
      if (i == last) slope = v128.and(slope, lanes);
      check = f32x4.add(check, f32x4.mul(slope, splat(0)));
      if (loss == Loss.MEAN_ABSOLUTE_ERROR) slope = sign4(slope);
      else if (loss == Loss.HUBER) slope = f32x4.max(f32x4.min(slope, splat(parameter)), splat(-parameter));
      else if (loss == Loss.HINGE) {
        slope = hingeSlope(output, label);
        if (i == last) slope = v128.and(slope, lanes);
      } else unreachable();
      v128.store(delta + i, f32x4.mul(slope, scale));
    }
  }
  return sum4(check);
}

/**
 * The gradients that are (a − y) times a factor. What must be finite is the square of a − y; of the cross-entropies the
 * logit: an infinite one can give a finite output, yet its loss is infinite.
 */
// @ts-ignore: decorator
@inline
function differences(logits: bool, scale: v128, lanes: v128, delta: usize, z: usize, a: usize, y: usize, end: usize, stride: usize): f32 {
  let check = splat(0);
  for (let last = stride - 16; last < end; last += stride) {
    for (let i = last + 16 - stride; i < last; i += 16) {
      const slope = f32x4.sub(v128.load(a + i), v128.load(y + i));
      check = f32x4.add(check, f32x4.mul(logits ? v128.load(z + i) : f32x4.mul(slope, slope), splat(0)));
      v128.store(delta + i, f32x4.mul(slope, scale));
    }
    const slope = v128.and(f32x4.sub(v128.load(a + last), v128.load(y + last)), lanes);
    check = f32x4.add(check, f32x4.mul(logits ? v128.and(v128.load(z + last), lanes) : f32x4.mul(slope, slope), splat(0)));
    v128.store(delta + last, f32x4.mul(slope, scale));
  }
  return sum4(check);
}

/** What (a − y), or its clipped or signed form, is multiplied by. */
function factorOf(loss: i32, parameter: f32, rows: i32, outputs: i32): f32 {
  switch (loss) {
    case Loss.MEAN_SQUARED_ERROR:
      return <f32>2 / <f32>(rows * outputs);
    case Loss.HALF_SQUARED_ERROR:
      return parameter == 0 ? 1 : <f32>1 / <f32>rows;
    case Loss.CATEGORICAL_CROSSENTROPY:
    case Loss.KULLBACK_LEIBLER:
      return <f32>1 / <f32>rows;
    case Loss.MEAN_ABSOLUTE_ERROR:
    case Loss.HUBER:
    case Loss.BINARY_CROSSENTROPY:
    case Loss.HINGE:
      return <f32>1 / <f32>(rows * outputs);
    default:
      unreachable();
      return 0;
  }
}

/** Labels 0 and 1 stand for t = −1 and 1: the slope is −t where t a < 1, else 0. */
function hingeSlope(output: v128, label: v128): v128 {
  const t = f32x4.sub(f32x4.add(label, label), one());
  return v128.and(f32x4.neg(t), f32x4.lt(f32x4.mul(t, output), one()));
}

/** Add the rows' losses and metrics to `results`: loss, correct, absolute error, squared error. */
export function lossSums(loss: i32, parameter: f32, results: usize, z: usize, a: usize, y: usize, rows: i32, outputs: i32): void {
  const stride = <usize>padded(outputs) << 2;
  let total: f64 = 0, correct: f64 = 0, absolute: f64 = 0, squared: f64 = 0;
  for (let r = 0; r < rows; r++, z += stride, a += stride, y += stride) {
    let rowAbsolute: f64 = 0, rowSquared: f64 = 0;
    for (let k = 0; k < outputs; k++) {
      const difference = valueAt(a, k) - valueAt(y, k);
      rowAbsolute += Math.abs(difference);
      rowSquared += difference * difference;
    }
    total += rowLoss(loss, parameter, z, a, y, outputs, rowAbsolute, rowSquared);
    absolute += rowAbsolute / <f64>outputs;
    squared += rowSquared / <f64>outputs;
    const threshold: f64 = loss == Loss.HINGE ? 0 : 0.5;
    const right = outputs == 1 ? valueAt(a, 0) > threshold == valueAt(y, 0) > 0.5 : argmax(a, outputs) == argmax(y, outputs);
    correct += right ? 1 : 0;
  }
  add(results, total);
  add(results + 8, correct);
  add(results + 16, absolute);
  add(results + 24, squared);
}

function rowLoss(loss: i32, parameter: f32, z: usize, a: usize, y: usize, outputs: i32, absolute: f64, squared: f64): f64 {
  const count = <f64>outputs;
  switch (loss) {
    case Loss.MEAN_SQUARED_ERROR:
      return squared / count;
    case Loss.HALF_SQUARED_ERROR:
      return squared / 2;
    case Loss.MEAN_ABSOLUTE_ERROR:
      return absolute / count;
    case Loss.HUBER:
      return huber(a, y, outputs, parameter) / count;
    case Loss.BINARY_CROSSENTROPY:
      return binary(z, y, outputs) / count;
    case Loss.HINGE:
      return hinge(a, y, outputs) / count;
    case Loss.KULLBACK_LEIBLER:
      return categorical(z, y, outputs) - entropy(y, outputs);
    case Loss.CATEGORICAL_CROSSENTROPY:
      return categorical(z, y, outputs);
    default:
      unreachable();
      return 0;
  }
}

// @ts-ignore: decorator
@inline
function valueAt(row: usize, k: i32): f64 {
  return load<f32>(row + (<usize>k << 2));
}

// @ts-ignore: decorator
@inline
function add(to: usize, value: f64): void {
  store<f64>(to, load<f64>(to) + value);
}

/** ½ d² up to |d| = δ, then δ (|d| − ½ δ). */
function huber(a: usize, y: usize, outputs: i32, delta: f64): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const d = Math.abs(valueAt(a, k) - valueAt(y, k));
    sum += d <= delta ? 0.5 * d * d : delta * (d - 0.5 * delta);
  }
  return sum;
}

function hinge(a: usize, y: usize, outputs: i32): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < outputs; k++) sum += max(0.0, 1 - (2 * valueAt(y, k) - 1) * valueAt(a, k));
  return sum;
}

/** Σ_k y_k (ln Σ_j e^{z_j} − z_k). */
function categorical(z: usize, y: usize, outputs: i32): f64 {
  let top = valueAt(z, 0);
  for (let k = 1; k < outputs; k++) top = max(top, valueAt(z, k));
  let sum: f64 = 0;
  for (let k = 0; k < outputs; k++) sum += Math.exp(valueAt(z, k) - top);
  const logSum = Math.log(sum) + top;
  let loss: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const label = valueAt(y, k);
    if (label != 0) loss += label * (logSum - valueAt(z, k));
  }
  return loss;
}

/** −Σ_k y_k ln y_k. */
function entropy(y: usize, outputs: i32): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const label = valueAt(y, k);
    if (label > 0) sum -= label * Math.log(label);
  }
  return sum;
}

/** Σ_k max(z, 0) − z y + ln(1 + e^{−|z|}). */
function binary(z: usize, y: usize, outputs: i32): f64 {
  let loss: f64 = 0;
  for (let k = 0; k < outputs; k++) {
    const logit = valueAt(z, k);
    loss += max(logit, 0.0) - logit * valueAt(y, k) + Math.log(1 + Math.exp(-Math.abs(logit)));
  }
  return loss;
}

/** Index of the largest value; the first of equal ones. */
function argmax(row: usize, n: i32): i32 {
  let best = 0;
  for (let k = 1; k < n; k++) if (valueAt(row, k) > valueAt(row, best)) best = k;
  return best;
}
