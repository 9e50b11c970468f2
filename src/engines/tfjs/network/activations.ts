/** Activations on tensors, by the names of the catalog. */
import { add, erf, expm1, leakyRelu, minimum, mul, relu, relu6, selu, sigmoid, softmax, softplus, step, tanh, type Tensor2D } from '@tensorflow/tfjs-core';
import { findByName } from '../findByName.ts';
import type { Activation } from '../../../nn/catalog.ts';

/** From inputs z, [rows][units], to outputs a of the same shape. */
export type TensorActivation = (z: Tensor2D) => Tensor2D;

/** Its derivative is taken by TensorFlow.js. Throws for a name that is not in the catalog. */
export function tensorActivation(activation: Activation): TensorActivation {
  return findByName('activation', table, activation.name)(activation);
}

const table: Record<string, (activation: Activation) => TensorActivation> = {
  linear: () => (z) => z,
  step: () => (z) => step(z),
  sigmoid: () => sigmoid,
  hardSigmoid: () => (z) => mul(relu6(add(z, 3)), 1 / 6),
  tanh: () => tanh,
  relu: () => relu,
  leakyRelu({ slope }) {
    return (z) => leakyRelu(z, Number(slope));
  },
  elu({ alpha }) {
    return (z) => add(relu(z), mul(expm1(minimum(z, 0)), Number(alpha)));
  },
  selu: () => selu,
  gelu: () => (z) => mul(mul(z, 0.5), add(erf(mul(z, Math.SQRT1_2)), 1)),
  geluTanh: () => (z) => {
    const bend = mul(add(z, mul(mul(z, mul(z, z)), 0.044715)), Math.sqrt(2 / Math.PI));
    return mul(mul(z, 0.5), add(tanh(bend), 1));
  },
  swish: () => (z) => mul(z, sigmoid(z)),
  softplus: () => softplus,
  softmax: () => softmax,
};
