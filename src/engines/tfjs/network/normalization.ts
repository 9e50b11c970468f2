/** Batch and layer normalization on tensors, written out so that TensorFlow.js differentiates every part of them. */
import { add, div, mean, mul, sqrt, square, sub, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { NormalizationPlan } from '../../engine.ts';

export interface Statistics {
  mean: Tensor;
  /** Mean squared deviation, not corrected for the lost degree of freedom. */
  variance: Tensor;
}

/** Over the columns of a batch. */
export function batchStatistics(x: Tensor2D): Statistics {
  return statistics(x, 0);
}

/** γ (x − mean) / √(variance + ε) + β. Without `given` statistics, those of each row: layer normalization. */
export function normalize(x: Tensor2D, gamma: Tensor, beta: Tensor, { epsilon }: NormalizationPlan, given?: Statistics): Tensor2D {
  const { mean, variance } = given ?? statistics(x, 1);
  return add(mul(div(sub(x, mean), sqrt(add(variance, epsilon))), gamma), beta);
}

function statistics(x: Tensor2D, axis: 0 | 1): Statistics {
  const center = mean(x, axis, true);
  return { mean: center, variance: mean(square(sub(x, center)), axis, true) };
}
