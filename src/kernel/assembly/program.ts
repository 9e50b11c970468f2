// Running a program: forwards, backwards, update; batch after batch.

import * as Field from '../program/field';
import * as Header from '../program/header';
import * as Mode from '../program/mode';
import * as Op from '../program/op';
import { activationBackward, activationForward } from './activations';
import { batchNormalizationBackward, batchNormalizationForward } from './batchNormalization';
import { clipGradients } from './clipping';
import { decode } from './codes';
import { constrain } from './constraints';
import { denseBackward, denseForward } from './dense';
import { layerNormalizationBackward, layerNormalizationForward } from './layerNormalization';
import { pointer, real, setWord, strideOf, word } from './layout';
import { fromLogits, lossGradient } from './losses';
import { lossSums } from './lossValues';
import { dropoutBackward, dropoutForward, noiseForward } from './noise';
import { update, updateEach } from './optimizers';
import { shuffle } from './random';
import { activityBackward, addPenaltyGradients } from './regularizers';
import { selectFeatures } from './selection';
import { splat } from './vector';

/**
 * Do up to `updates` updates. `rates`: a float64 learning rate for each of them, or 0 for the
 * constant one. Returns how many were done before one whose batch loss was not finite.
 */
export function train(program: usize, updates: i32, rates: usize): i32 {
  const hyperparameters = pointer(program, Header.HYPERPARAMETERS);
  const bytes = <usize>word(program, Header.PARAMETER_COUNT) << 2;
  for (let done = 0; done < updates; done++) {
    const rows = nextBatch(program);
    forward(program, pointer(program, Header.BATCH_X), rows, Mode.TRAIN);
    if (!backward(program, pointer(program, Header.BATCH_Y), rows, Mode.TRAIN)) return done;
    if (word(program, Header.PENALIZED)) addPenaltyGradients(program);
    if (word(program, Header.CLIP)) clipGradients(program);
    const rate = load<f64>(rates ? rates + (<usize>done << 3) : hyperparameters);
    if (word(program, Header.RATED)) updateEach(program, rate);
    else {
      update(
        word(program, Header.OPTIMIZER), pointer(program, Header.PARAMETERS), pointer(program, Header.GRADIENTS),
        pointer(program, Header.SLOTS), bytes, rate, hyperparameters, hyperparameters + 64,
      );
    }
    if (pointer(program, Header.AVERAGES)) followAverages(program, bytes);
    if (word(program, Header.CONSTRAINED)) constrain(program);
    setWord(program, Header.STEP, word(program, Header.STEP) + 1);
  }
  return updates;
}

/** Add loss and metrics over `rows` rows to the sums at Header.RESULTS. `x` is stored as the training features are: as floats or as codes. */
export function evaluate(program: usize, x: usize, y: usize, rows: i32): void {
  const capacity = word(program, Header.CAPACITY);
  const outputs = word(program, Header.OUTPUTS);
  const inputs = word(program, Header.INPUTS);
  const values = pointer(program, Header.CODE_VALUES);
  const decoded = pointer(program, Header.BATCH_X);
  const bytes = values ? <usize>inputs : strideOf(inputs);
  const last = lastOp(program);
  while (rows > 0) {
    const n = min(rows, capacity);
    if (values) decode(decoded, x, 0, n, inputs, values, pointer(program, Header.CODE_STEP));
    forward(program, values ? decoded : x, n, Mode.EVALUATE);
    lossSums(
      word(program, Header.LOSS), real(program, Header.LOSS_PARAMETER), pointer(program, Header.RESULTS),
      pointer(last, Field.IN), pointer(last, Field.OUT), y, n, outputs,
    );
    x += <usize>n * bytes;
    y += <usize>n * strideOf(outputs);
    rows -= n;
  }
}

/** Outputs of the network for `rows` rows at `x`, packed to [rows][outputs] at `out`. */
export function predict(program: usize, x: usize, rows: i32, out: usize): void {
  const capacity = word(program, Header.CAPACITY);
  const width = <usize>word(program, Header.OUTPUTS) << 2;
  const stride = strideOf(word(program, Header.OUTPUTS));
  while (rows > 0) {
    const n = min(rows, capacity);
    forward(program, x, n, Mode.EVALUATE);
    let from = pointer(lastOp(program), Field.OUT);
    for (let r = 0; r < n; r++, from += stride, out += width) memory.copy(out, from, width);
    x += <usize>n * strideOf(word(program, Header.INPUTS));
    rows -= n;
  }
}

/** Forward pass over at most CAPACITY rows; results stay in the ops' buffers. */
export function forward(program: usize, x: usize, rows: i32, mode: i32): void {
  const scratch = pointer(program, Header.SCRATCH);
  let op = pointer(program, Header.OPS);
  setWord(op, Field.IN, <i32>x);
  selectFeatures(program, x, rows);
  for (let i = 0; i < word(program, Header.OP_COUNT); i++, op += Field.SIZE * 4) {
    switch (word(op, Field.KIND)) {
      case Op.DENSE:
        denseForward(op, rows, i == 0 ? program : 0, scratch);
        break;
      case Op.ACTIVATION:
        activationForward(op, rows);
        break;
      case Op.DROPOUT:
        dropoutForward(op, rows, mode);
        break;
      case Op.GAUSSIAN_NOISE:
        noiseForward(op, rows, mode);
        break;
      case Op.BATCH_NORMALIZATION:
        batchNormalizationForward(op, rows, mode);
        break;
      case Op.LAYER_NORMALIZATION:
        layerNormalizationForward(op, rows);
        break;
      case Op.ACTIVITY_REGULARIZER:
        break;
      default:
        unreachable();
    }
  }
}

/** Gradients of the loss over the rows that went forward last. False if the loss is not finite. */
export function backward(program: usize, y: usize, rows: i32, mode: i32): bool {
  const loss = word(program, Header.LOSS);
  const scratch = pointer(program, Header.SCRATCH);
  let op = lastOp(program);
  const check = lossGradient(
    loss, real(program, Header.LOSS_PARAMETER), pointer(op, Field.DELTA_OUT), pointer(op, Field.IN), pointer(op, Field.OUT), y, rows, word(program, Header.OUTPUTS),
  );
  if (check != 0) return false;
  let left = word(program, Header.OP_COUNT);
  if (fromLogits(loss)) left--, op -= Field.SIZE * 4;
  for (; left > 0; left--, op -= Field.SIZE * 4) {
    // Nobody needs gradients below the first layer with parameters.
    if (!pointer(op, Field.DELTA_OUT)) break;
    switch (word(op, Field.KIND)) {
      case Op.DENSE:
        denseBackward(op, rows, left == 1 ? program : 0, scratch);
        break;
      case Op.ACTIVATION:
        activationBackward(op, rows);
        break;
      case Op.DROPOUT:
        dropoutBackward(op, rows, mode);
        break;
      case Op.BATCH_NORMALIZATION:
        batchNormalizationBackward(op, rows);
        break;
      case Op.LAYER_NORMALIZATION:
        layerNormalizationBackward(op, rows);
        break;
      case Op.ACTIVITY_REGULARIZER:
        activityBackward(op, rows, mode);
        break;
      case Op.GAUSSIAN_NOISE:
        break;
      default:
        unreachable();
    }
  }
  return true;
}

/** Copy the next batch together; returns its number of rows. */
function nextBatch(program: usize): i32 {
  const examples = word(program, Header.EXAMPLES);
  const permutation = pointer(program, Header.PERMUTATION);
  let position = word(program, Header.POSITION);
  if (position == examples) position = 0;
  if (position == 0 && pointer(program, Header.ORDER)) shuffle(pointer(program, Header.ORDER), permutation, examples);
  const rows = min(word(program, Header.BATCH_SIZE), examples - position);
  const order = permutation + (<usize>position << 2);
  gatherFeatures(program, order, rows);
  gather(pointer(program, Header.BATCH_Y), pointer(program, Header.Y), order, rows, strideOf(word(program, Header.OUTPUTS)));
  setWord(program, Header.POSITION, position + rows);
  return rows;
}

function gatherFeatures(program: usize, order: usize, rows: i32): void {
  const to = pointer(program, Header.BATCH_X);
  const from = pointer(program, Header.X);
  const inputs = word(program, Header.INPUTS);
  const values = pointer(program, Header.CODE_VALUES);
  if (values) decode(to, from, order, rows, inputs, values, pointer(program, Header.CODE_STEP));
  else gather(to, from, order, rows, strideOf(inputs));
}

function gather(to: usize, from: usize, order: usize, rows: i32, bytes: usize): void {
  if (bytes == 16) {
    for (let r = 0; r < rows; r++, order += 4, to += 16) v128.store(to, v128.load(from + (<usize>load<i32>(order) << 4)));
    return;
  }
  for (let r = 0; r < rows; r++, order += 4) {
    const row = from + <usize>load<i32>(order) * bytes;
    for (let i: usize = 0; i < bytes; i += 16, to += 16) v128.store(to, v128.load(row + i));
  }
}

/** Moving averages of the parameters: the parameters themselves after the first update. */
function followAverages(program: usize, bytes: usize): void {
  const averages = pointer(program, Header.AVERAGES);
  const theta = pointer(program, Header.PARAMETERS);
  const momentum = word(program, Header.STEP) == 0 ? <f32>0 : real(program, Header.AVERAGE_MOMENTUM);
  const keep = splat(momentum), rest = splat(<f32>1 - momentum);
  for (let i: usize = 0; i < bytes; i += 16) {
    const kept = f32x4.mul(v128.load(averages + i), keep);
    v128.store(averages + i, f32x4.add(kept, f32x4.mul(v128.load(theta + i), rest)));
  }
}

/** The output activation. */
// @ts-ignore: decorator
@inline
function lastOp(program: usize): usize {
  return pointer(program, Header.OPS) + <usize>((word(program, Header.OP_COUNT) - 1) * Field.SIZE * 4);
}
