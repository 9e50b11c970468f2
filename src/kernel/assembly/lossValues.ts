// Values of losses and metrics for evaluation, in float64: two rows at a time, each lane in the order of its row, and the
// rows in their order. `z` are the logits, `a` the outputs, `y` the labels; `parameter` is Huber's δ.

import { exp2, log2 } from './doubles';
import { strideOf } from './layout';

/** Numbers by which programs name them; entries of the catalog (src/nn) hold the same. */
export namespace Loss {
  export const MEAN_SQUARED_ERROR = 0;
  export const HALF_SQUARED_ERROR = 1;
  export const MEAN_ABSOLUTE_ERROR = 2;
  export const HUBER = 3;
  export const BINARY_CROSSENTROPY = 4;
  export const CATEGORICAL_CROSSENTROPY = 5;
  export const KULLBACK_LEIBLER = 6;
  export const HINGE = 7;
}

/** Add the rows' losses and metrics to `results`: loss, correct, absolute error, squared error. */
export function lossSums(loss: i32, parameter: f32, results: usize, z: usize, a: usize, y: usize, rows: i32, outputs: i32): void {
  const stride = strideOf(outputs);
  const count = f64x2.splat(<f64>outputs);
  let total: f64 = 0, correct: f64 = 0, absolute: f64 = 0, squared: f64 = 0;
  for (; rows > 0; rows -= 2, z += 2 * stride, a += 2 * stride, y += 2 * stride) {
    // A last row alone is its own partner.
    const partner: usize = rows > 1 ? stride : 0;
    let sizes = f64x2.splat(0), squares = sizes;
    for (let k = 0; k < outputs; k++) {
      const difference = f64x2.sub(pair(a, k, partner), pair(y, k, partner));
      sizes = f64x2.add(sizes, f64x2.abs(difference));
      squares = f64x2.add(squares, f64x2.mul(difference, difference));
    }
    const losses = lossesOf(loss, parameter, z, a, y, partner, outputs, sizes, squares);
    sizes = f64x2.div(sizes, count), squares = f64x2.div(squares, count);
    const right = i64x2.bitmask(outputs == 1 ? sameSide(loss, a, y, partner) : i64x2.eq(argmax(a, partner, outputs), argmax(y, partner, outputs)));
    total += f64x2.extract_lane(losses, 0);
    absolute += f64x2.extract_lane(sizes, 0), squared += f64x2.extract_lane(squares, 0);
    if (right & 1) correct += 1;
    if (!partner) break;
    total += f64x2.extract_lane(losses, 1);
    absolute += f64x2.extract_lane(sizes, 1), squared += f64x2.extract_lane(squares, 1);
    if (right & 2) correct += 1;
  }
  add(results, total);
  add(results + 8, correct);
  add(results + 16, absolute);
  add(results + 24, squared);
}

/** Column k of two rows. */
// @ts-ignore: decorator
@inline
function pair(row: usize, k: i32, partner: usize): v128 {
  const p = row + (<usize>k << 2);
  return f64x2.promote_low_f32x4(v128.load32_lane(p + partner, v128.load32_zero(p), 1));
}

// @ts-ignore: decorator
@inline
function add(to: usize, value: f64): void {
  store<f64>(to, load<f64>(to) + value);
}

/** Whether the one output lies on the label's side. */
function sameSide(loss: i32, a: usize, y: usize, partner: usize): v128 {
  const threshold = f64x2.splat(loss == Loss.HINGE ? 0 : 0.5);
  return v128.not(v128.xor(f64x2.gt(pair(a, 0, partner), threshold), f64x2.gt(pair(y, 0, partner), f64x2.splat(0.5))));
}

/** Index of the largest value of each row; the first of equal ones. */
function argmax(row: usize, partner: usize, n: i32): v128 {
  let best = pair(row, 0, partner);
  let index = i64x2.splat(0);
  for (let k = 1; k < n; k++) {
    const value = pair(row, k, partner);
    const isLarger = f64x2.gt(value, best);
    best = v128.bitselect(value, best, isLarger);
    index = v128.bitselect(i64x2.splat(k), index, isLarger);
  }
  return index;
}

/** `sizes`, `squares`: Σ |a − y| and Σ (a − y)² of each row. */
function lossesOf(loss: i32, parameter: f32, z: usize, a: usize, y: usize, partner: usize, outputs: i32, sizes: v128, squares: v128): v128 {
  switch (loss) {
    case Loss.MEAN_SQUARED_ERROR:
      return f64x2.div(squares, f64x2.splat(<f64>outputs));
    case Loss.HALF_SQUARED_ERROR:
      return f64x2.div(squares, f64x2.splat(2));
    case Loss.MEAN_ABSOLUTE_ERROR:
      return f64x2.div(sizes, f64x2.splat(<f64>outputs));
    case Loss.BINARY_CROSSENTROPY:
      if (isWithinRange(z, partner, outputs)) return f64x2.div(binaryOfTwo(z, y, partner, outputs), f64x2.splat(<f64>outputs));
      break;
    case Loss.CATEGORICAL_CROSSENTROPY:
      if (isWithinRange(z, partner, outputs)) return categoricalOfTwo(z, y, partner, outputs);
      break;
  }
  const first = rowLoss(loss, parameter, z, a, y, outputs);
  return f64x2.replace_lane(f64x2.splat(first), 1, partner ? rowLoss(loss, parameter, z + partner, a + partner, y + partner, outputs) : first);
}

/** Whether `exp2` takes all logits, and differences between them. */
function isWithinRange(z: usize, partner: usize, outputs: i32): bool {
  let isWithin = i64x2.splat(-1);
  for (let k = 0; k < outputs; k++) isWithin = v128.and(isWithin, f64x2.lt(f64x2.abs(pair(z, k, partner)), f64x2.splat(350)));
  return i64x2.all_true(isWithin);
}

/** `categorical` of two rows. */
function categoricalOfTwo(z: usize, y: usize, partner: usize, outputs: i32): v128 {
  let top = pair(z, 0, partner);
  for (let k = 1; k < outputs; k++) top = f64x2.pmax(top, pair(z, k, partner));
  let sum = f64x2.splat(0);
  for (let k = 0; k < outputs; k++) sum = f64x2.add(sum, exp2(f64x2.sub(pair(z, k, partner), top)));
  const logSum = f64x2.add(log2(sum), top);
  let loss = f64x2.splat(0);
  for (let k = 0; k < outputs; k++) loss = f64x2.add(loss, f64x2.mul(pair(y, k, partner), f64x2.sub(logSum, pair(z, k, partner))));
  return loss;
}

/** `binary` of two rows. */
function binaryOfTwo(z: usize, y: usize, partner: usize, outputs: i32): v128 {
  const one = f64x2.splat(1);
  let loss = f64x2.splat(0);
  for (let k = 0; k < outputs; k++) {
    const logit = pair(z, k, partner);
    const line = f64x2.sub(f64x2.pmax(logit, f64x2.splat(0)), f64x2.mul(logit, pair(y, k, partner)));
    loss = f64x2.add(loss, f64x2.add(line, log2(f64x2.add(one, exp2(f64x2.neg(f64x2.abs(logit)))))));
  }
  return loss;
}

/** Of the losses that are rare, and of logits that are out of range. */
function rowLoss(loss: i32, parameter: f32, z: usize, a: usize, y: usize, outputs: i32): f64 {
  const count = <f64>outputs;
  switch (loss) {
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
