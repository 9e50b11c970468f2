// Losses: gradients for training, in float32. `z` are the logits (what goes into the output activation), `a` the outputs,
// `y` the labels; `parameter` is Huber's δ, or 1 where the ½-sum is divided by the rows.

import { lastLanes, strideOf } from './layout';
import { Loss } from './lossValues';
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
