/** Activations on tensors, by the names of the catalog. */
import { relu, sigmoid, softmax, tanh, type Tensor2D } from '@tensorflow/tfjs-core';
import { findByName } from './findByName.ts';
import type { Activation } from '../../nn/catalog.ts';

/** From inputs z, [rows][units], to outputs a of the same shape. */
export type TensorActivation = (z: Tensor2D) => Tensor2D;

/** Its derivative is taken by TensorFlow.js. Throws for a name that is not in the catalog. */
export function tensorActivation(activation: Activation): TensorActivation {
  return findByName('activation', table, activation.name)(activation);
}

const table: Record<string, (activation: Activation) => TensorActivation> = {
  linear: () => (z) => z,
  sigmoid: () => sigmoid,
  tanh: () => tanh,
  relu: () => relu,
  softmax: () => softmax,
};
