/** The forward pass on tensors, and what is measured of it. */
import { abs, add, argMax, cast, equal, greater, matMul, mean, sub, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { NetworkPlan } from '../engine.ts';
import { metricOf } from '../metric.ts';
import { tensorActivation } from './activations.ts';
import { tensorLoss } from './losses.ts';

/** Parameters in order: kernel and bias of the first layer, then of the second, … */
export type TensorParameters = readonly Tensor[];

export interface TensorNetwork {
  /** Inputs of the output layer's activation, [rows][outputs], for features x, [rows][inputs]. */
  logits(parameters: TensorParameters, x: Tensor2D): Tensor2D;
  /** From logits to outputs. */
  activate(z: Tensor2D): Tensor2D;
  /** Mean loss over the rows. */
  loss(z: Tensor2D, y: Tensor2D): Scalar;
  /** Accuracy or mean absolute error over the rows. */
  metric(z: Tensor2D, y: Tensor2D): Scalar;
}

export function tensorNetwork(network: NetworkPlan): TensorNetwork {
  const activations = network.layers.map((layer) => tensorActivation(layer.activation));
  const { activation: output, units: outputs } = network.layers.at(-1)!;
  const activate = activations.at(-1)!;
  const logits = (parameters: TensorParameters, x: Tensor2D) => {
    let a = x;
    let z = x;
    activations.forEach((activation, layer) => {
      z = add(matMul(a, parameters[2 * layer] as Tensor2D), parameters[2 * layer + 1] as Tensor1D);
      if (layer < activations.length - 1) a = activation(z);
    });
    return z;
  };
  return {
    logits,
    activate,
    loss: tensorLoss(network.loss, output),
    metric(z, y) {
      const a = activate(z);
      if (metricOf(network) === 'mae') return mean(abs(sub(a, y)));
      const right = outputs === 1 ? equal(greater(a, 0.5), greater(y, 0.5)) : equal(argMax(a, 1), argMax(y, 1));
      return mean(cast(right, 'float32'));
    },
  };
}
