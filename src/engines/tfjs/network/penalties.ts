/** Penalties λ₁ Σ|w| + λ₂ Σw². */
import { add, mul, square, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Penalty } from '../../engine.ts';
import { absolute } from './losses.ts';

export function penaltyOf(w: Tensor, { l1, l2 }: Penalty): Scalar {
  return add(mul(sum(absolute(w)), l1), mul(sum(square(w)), l2));
}
