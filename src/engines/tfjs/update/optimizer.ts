/** What an optimizer on tensors is, and what several of them do. */
import { add, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Libm } from '../../../kernel/libm.ts';

/** State and update: the state of a parameter is one tensor of its shape per slot. */
export interface TensorOptimizer {
  /** What each slot is filled with before the first step. */
  readonly slots: readonly number[];
  /** The parameter after step t, then its slots. Makes new tensors, changes none. */
  update(theta: Tensor, g: Tensor, slots: readonly Tensor[], eta: number, t: number): [theta: Tensor, ...slots: Tensor[]];
}

/** From hyperparameters by name, and the powers that bias corrections need. */
export type OptimizerMaker = (hyperparameter: (name: string) => number, math: Libm) => TensorOptimizer;

/** ρ x + (1 − ρ) y. */
export function blend(x: Tensor, y: Tensor, rho: number): Tensor {
  return add(mul(x, rho), mul(y, 1 - rho));
}

/** Decoupled weight decay: θ − ηλθ. */
export function decayed(theta: Tensor, eta: number, lambda: number): Tensor {
  return lambda === 0 ? theta : sub(theta, mul(theta, eta * lambda));
}
