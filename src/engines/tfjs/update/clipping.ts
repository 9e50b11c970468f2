/** Gradient clipping. */
import { addN, clipByValue, div, maximum, mul, sqrt, square, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { TrainingPlan } from '../../engine.ts';

/** Gradients within the limit: each entry, each variable's norm, or the norm of all. Makes new tensors. */
export function clipGradients(gradients: Tensor[], clip: TrainingPlan['clip']): Tensor[] {
  if (!clip) return gradients;
  const { by, limit } = clip;
  if (by === 'value') return gradients.map((g) => clipByValue(g, -limit, limit));
  const factor = (squares: Tensor) => div(limit, maximum(sqrt(squares), limit));
  if (by === 'norm') return gradients.map((g) => mul(g, factor(squaresOf(g))));
  const ofAll = factor(addN(gradients.map(squaresOf)));
  return gradients.map((g) => mul(g, ofAll));
}

function squaresOf(g: Tensor): Scalar {
  return sum(square(g));
}
