// Running a program: forwards, backwards, update; batch after batch.

import { activationBackward, activationForward } from './activations';
import { denseBackward, denseForward } from './dense';
import { Field, Header, padded, setWord, word } from './layout';
import { fromLogits, lossGradient, lossSums } from './losses';
import { Op } from './opcodes';
import { update } from './optimizers';
import { shuffle } from './random';

/** Do up to `updates` updates. Returns how many were done before one whose batch loss was not finite. */
export function train(program: usize, updates: i32): i32 {
  for (let done = 0; done < updates; done++) {
    const rows = nextBatch(program);
    forward(program, word(program, Header.BATCH_X), rows);
    if (!backward(program, rows)) return done;
    const hyperparameters: usize = word(program, Header.HYPERPARAMETERS);
    update(
      word(program, Header.OPTIMIZER), word(program, Header.PARAMETERS), word(program, Header.GRADIENTS),
      word(program, Header.SLOTS), word(program, Header.PARAMETER_COUNT), hyperparameters, hyperparameters + 64,
    );
    setWord(program, Header.STEP, word(program, Header.STEP) + 1);
  }
  return updates;
}

/** Add loss and metrics over `rows` rows to the sums at Header.RESULTS. */
export function evaluate(program: usize, x: usize, y: usize, rows: i32): void {
  const capacity = word(program, Header.CAPACITY);
  const inputs = word(program, Header.INPUTS);
  const outputs = word(program, Header.OUTPUTS);
  const last = lastOp(program);
  while (rows > 0) {
    const n = min(rows, capacity);
    forward(program, x, n);
    lossSums(
      word(program, Header.LOSS), word(program, Header.RESULTS),
      word(last, Field.IN), word(last, Field.OUT), y, n, outputs,
    );
    x += <usize>(n * inputs) << 2;
    y += <usize>(n * padded(outputs)) << 2;
    rows -= n;
  }
}

/** Outputs of the network for `rows` rows at `x`, packed to [rows][outputs] at `out`. */
export function predict(program: usize, x: usize, rows: i32, out: usize): void {
  const capacity = word(program, Header.CAPACITY);
  const inputs = word(program, Header.INPUTS);
  const width = <usize>word(program, Header.OUTPUTS) << 2;
  const stride = <usize>padded(word(program, Header.OUTPUTS)) << 2;
  while (rows > 0) {
    const n = min(rows, capacity);
    forward(program, x, n);
    let from: usize = word(lastOp(program), Field.OUT);
    for (let r = 0; r < n; r++, from += stride, out += width) memory.copy(out, from, width);
    x += <usize>(n * inputs) << 2;
    rows -= n;
  }
}

/** Copy the next batch together; returns its number of rows. */
function nextBatch(program: usize): i32 {
  const examples = word(program, Header.EXAMPLES);
  const permutation: usize = word(program, Header.PERMUTATION);
  let position = word(program, Header.POSITION);
  if (position == examples) position = 0;
  if (position == 0 && word(program, Header.ORDER)) shuffle(word(program, Header.ORDER), permutation, examples);
  const rows = min(word(program, Header.BATCH_SIZE), examples - position);
  const order = permutation + (<usize>position << 2);
  gather(word(program, Header.BATCH_X), word(program, Header.X), order, rows, word(program, Header.INPUTS));
  gather(word(program, Header.BATCH_Y), word(program, Header.Y), order, rows, padded(word(program, Header.OUTPUTS)));
  setWord(program, Header.POSITION, position + rows);
  return rows;
}

function gather(to: usize, from: usize, order: usize, rows: i32, width: i32): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++, to += bytes, order += 4) {
    const row = from + <usize>load<i32>(order) * bytes;
    if (width <= 16) for (let i: usize = 0; i < bytes; i += 4) store<f32>(to + i, load<f32>(row + i));
    else memory.copy(to, row, bytes);
  }
}

function forward(program: usize, x: usize, rows: i32): void {
  const scratch: usize = word(program, Header.SCRATCH);
  let op: usize = word(program, Header.OPS);
  setWord(op, Field.IN, <i32>x);
  for (let i = word(program, Header.OP_COUNT); i > 0; i--, op += Field.SIZE * 4) {
    if (word(op, Field.KIND) == Op.DENSE) denseForward(op, rows, scratch);
    else activationForward(op, rows);
  }
}

/** Gradients of the mean loss over the batch. False if the loss is not finite. */
function backward(program: usize, rows: i32): bool {
  const loss = word(program, Header.LOSS);
  const scratch: usize = word(program, Header.SCRATCH);
  let op = lastOp(program);
  const check = lossGradient(
    loss, word(op, Field.DELTA_OUT), word(op, Field.IN), word(op, Field.OUT), word(program, Header.BATCH_Y), rows, word(program, Header.OUTPUTS),
  );
  if (check != 0) return false;
  let left = word(program, Header.OP_COUNT);
  if (fromLogits(loss)) left--, op -= Field.SIZE * 4;
  for (; left > 0; left--, op -= Field.SIZE * 4) {
    if (word(op, Field.KIND) == Op.DENSE) denseBackward(op, rows, scratch);
    else activationBackward(op, rows);
  }
  return true;
}

/** The output activation. */
// @ts-ignore: decorator
@inline
function lastOp(program: usize): usize {
  return <usize>word(program, Header.OPS) + <usize>((word(program, Header.OP_COUNT) - 1) * Field.SIZE * 4);
}
