/** Losses on tensors, by the names of the catalog. */
import { abs, add, exp, log1p, logSoftmax, mean, mul, neg, relu, square, sub, sum, type Scalar, type Tensor2D } from '@tensorflow/tfjs-core';
import { tensorActivation } from './activations.ts';
import { findByName } from './findByName.ts';
import type { Activation, Loss } from '../../nn/catalog.ts';

/** Mean loss over the rows, from the output layer's logits z (before its activation) and labels y, both [rows][outputs]. */
export type TensorLoss = (z: Tensor2D, y: Tensor2D) => Scalar;

/** Throws for a name that is not in the catalog, or an output activation that the loss cannot go with. */
export function tensorLoss(loss: Loss, output: Activation): TensorLoss {
  return findByName('loss', table, loss.name)(loss, output);
}

const table: Record<string, (loss: Loss, output: Activation) => TensorLoss> = {
  meanSquaredError(_loss, output) {
    const activate = tensorActivation(output);
    return (z, y) => mean(square(sub(activate(z), y)));
  },

  binaryCrossentropy(loss, output) {
    expectOutput(loss, output, 'sigmoid');
    // max(z, 0) − zy + ln(1 + e^(−|z|)): no overflow, no clipping.
    return (z, y) => mean(add(sub(relu(z), mul(z, y)), log1p(exp(neg(abs(z))))));
  },

  categoricalCrossentropy(loss, output) {
    expectOutput(loss, output, 'softmax');
    return (z, y) => neg(mean(sum(mul(y, logSoftmax(z)), 1)));
  },
};

function expectOutput(loss: Loss, output: Activation, name: string): void {
  if (output.name !== name) {
    throw new Error(`The loss "${loss.name}" is computed from logits and needs the output activation "${name}"; found "${output.name}".`);
  }
}
