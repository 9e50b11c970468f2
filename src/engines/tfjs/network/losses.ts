/** Losses on tensors, by the names of the catalog. */
import {
  abs,
  add,
  exp,
  log,
  log1p,
  logSoftmax,
  maximum,
  mean,
  minimum,
  mul,
  neg,
  relu,
  sign,
  square,
  sub,
  sum,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { Activation, Loss } from '../../../nn/catalog.ts';
import { tensorActivation } from './activations.ts';
import { findByName } from '../findByName.ts';

/** From the output layer's logits z (before its activation) and labels y, both [rows][outputs]. */
export interface TensorLoss {
  /** What is reported: the mean over the rows. */
  mean(z: Tensor2D, y: Tensor2D): Scalar;
  /** What is minimised: the same, but for the ½-sum over a batch. */
  minimised(z: Tensor2D, y: Tensor2D): Scalar;
}

/** Throws for a name that is not in the catalog, or an output activation that the loss cannot go with. */
export function tensorLoss(loss: Loss, output: Activation): TensorLoss {
  const rows = findByName('loss', table, loss.name)(loss, output);
  const meanLoss = (z: Tensor2D, y: Tensor2D): Scalar => mean(rows(z, y));
  const summed = loss.name === 'halfSquaredError' && loss.average !== true;
  return { mean: meanLoss, minimised: summed ? (z, y) => sum(rows(z, y)) : meanLoss };
}

/** |x|, with the derivative 0 at 0; TensorFlow.js' own abs has −1 there. */
export function absolute<T extends Tensor>(x: T): T {
  return mul(x, sign(x));
}

/** Loss of each row. */
type RowLoss = (z: Tensor2D, y: Tensor2D) => Tensor1D;

const table: Record<string, (loss: Loss, output: Activation) => RowLoss> = {
  meanSquaredError: (_loss, output) => ofDifferences(output, (d) => mean(square(d), 1)),
  halfSquaredError: (_loss, output) => ofDifferences(output, (d) => mul(sum(square(d), 1), 0.5)),
  meanAbsoluteError: (_loss, output) => ofDifferences(output, (d) => mean(absolute(d), 1)),

  huber({ delta }, output) {
    const limit = Number(delta);
    return ofDifferences(output, (d) => {
      // q (|d| − q/2) with q = min(|d|, δ) is both of its pieces.
      const size = absolute(d);
      const q = minimum(size, limit);
      return mean(mul(q, sub(size, mul(q, 0.5))), 1);
    });
  },

  binaryCrossentropy(loss, output) {
    expectOutput(loss, output, 'sigmoid');
    // max(z, 0) − zy + ln(1 + e^(−|z|)): no overflow, no clipping.
    return (z, y) => mean(add(sub(relu(z), mul(z, y)), log1p(exp(neg(abs(z))))), 1);
  },

  categoricalCrossentropy(loss, output) {
    expectOutput(loss, output, 'softmax');
    return crossEntropy;
  },

  kullbackLeibler(loss, output) {
    expectOutput(loss, output, 'softmax');
    return (z, y) => sub(crossEntropy(z, y), crossEntropyOf(log(maximum(y, TINY)), y));
  },

  hinge(_loss, output) {
    const activate = tensorActivation(output);
    return (z, y) => mean(relu(sub(1, mul(sub(mul(y, 2), 1), activate(z)))), 1);
  },
};

/** Least positive normal number, to keep 0 · ln 0 at 0. */
const TINY = 1.1754943508222875e-38;

function crossEntropy(z: Tensor2D, y: Tensor2D): Tensor1D {
  return crossEntropyOf(logSoftmax(z), y);
}

function crossEntropyOf(logarithms: Tensor2D, y: Tensor2D): Tensor1D {
  return neg(sum(mul(y, logarithms), 1));
}

function ofDifferences(output: Activation, rows: (difference: Tensor2D) => Tensor1D): RowLoss {
  const activate = tensorActivation(output);
  return (z, y) => rows(sub(activate(z), y));
}

function expectOutput(loss: Loss, output: Activation, name: string): void {
  if (output.name !== name) {
    throw new Error(`The loss "${loss.name}" is computed from logits and needs the output activation "${name}"; found "${output.name}".`);
  }
}
