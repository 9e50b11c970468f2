/** Constraints on kernels, [inputs][units], by the names of the catalog; norms are those of the columns. ε is Keras'. */
import { add, clipByValue, div, minimum, mul, relu, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { Constraint } from '../../../nn/catalog.ts';
import { findByName } from '../findByName.ts';

/** The kernel that the constraint allows, a new tensor. Throws for a name that is not in the catalog. */
export function constrain(kernel: Tensor, constraint: Constraint): Tensor {
  return findByName('constraint', table, constraint.name)(kernel, constraint);
}

const EPSILON = 1e-7;

const table: Record<string, (kernel: Tensor, constraint: Constraint) => Tensor> = {
  maxNorm: (w, { limit }) => scaleTo(w, (norm) => minimum(norm, Number(limit))),
  unitNorm: (w) => div(w, add(normOf(w), EPSILON)),
  minMaxNorm(w, { least, greatest, rate }) {
    const share = Number(rate);
    return scaleTo(w, (norm) => add(mul(clipByValue(norm, Number(least), Number(greatest)), share), mul(norm, 1 - share)));
  },
  nonNegative: (w) => relu(w),
};

function scaleTo(w: Tensor, wanted: (norm: Tensor) => Tensor): Tensor {
  const norm = normOf(w);
  return mul(w, div(wanted(norm), add(norm, EPSILON)));
}

function normOf(w: Tensor): Tensor {
  return sqrt(sum(square(w), 0, true));
}
