/**
 * Optimizers as updates on tensors, by the names of the catalog, with the semantics of Keras 3, from which
 * TensorFlow.js' own differ: its Adam adds ε after the bias correction of v, its momentum has the learning
 * rate outside the velocity, its Adagrad takes no ε. Its RMSprop agrees (without momentum, ε inside the root).
 * In the formulas g is the gradient, θ the parameter, t the step counted from 1.
 */
import { add, div, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Libm } from '../../kernel/libm.ts';
import type { Optimizer } from '../../nn/catalog.ts';
import { findByName } from './findByName.ts';

/** State and update: the state of a parameter is one tensor of its shape per slot. */
export interface TensorOptimizer {
  /** What each slot is filled with before the first step. */
  readonly slots: readonly number[];
  /** The parameter after step `step`, then its slots. Makes new tensors, changes none. */
  update(theta: Tensor, g: Tensor, slots: readonly Tensor[], step: number): [theta: Tensor, ...slots: Tensor[]];
}

/** `math` supplies the powers that bias corrections need. Throws for a name that is not in the catalog. */
export function tensorOptimizer(optimizer: Optimizer, math: Libm): TensorOptimizer {
  const hyperparameter = (name: string) => Number(optimizer[name]);
  return findByName('optimizer', table, optimizer.name)(hyperparameter, math);
}

const table: Record<string, (hyperparameter: (name: string) => number, math: Libm) => TensorOptimizer> = {
  sgd(hyperparameter) {
    const eta = hyperparameter('learningRate');
    const mu = hyperparameter('momentum');
    const nesterov = hyperparameter('nesterov') === 1;
    if (mu === 0) return { slots: [], update: (theta, g) => [sub(theta, mul(g, eta))] };
    return {
      slots: [0],
      update(theta, g, [v]) {
        const step = mul(g, eta);
        const velocity = sub(mul(v!, mu), step);
        return [add(theta, nesterov ? sub(mul(velocity, mu), step) : velocity), velocity];
      },
    };
  },

  adagrad(hyperparameter) {
    const eta = hyperparameter('learningRate');
    const epsilon = hyperparameter('epsilon');
    return {
      slots: [hyperparameter('initialAccumulator')],
      update(theta, g, [s]) {
        const sum = add(s!, square(g));
        return [sub(theta, div(mul(g, eta), sqrt(add(sum, epsilon)))), sum];
      },
    };
  },

  rmsprop(hyperparameter) {
    const eta = hyperparameter('learningRate');
    const rho = hyperparameter('rho');
    const epsilon = hyperparameter('epsilon');
    return {
      slots: [0],
      update(theta, g, [s]) {
        const mean = add(mul(s!, rho), mul(square(g), 1 - rho));
        return [sub(theta, div(mul(g, eta), sqrt(add(mean, epsilon)))), mean];
      },
    };
  },

  adam(hyperparameter, math) {
    const eta = hyperparameter('learningRate');
    const beta1 = hyperparameter('beta1');
    const beta2 = hyperparameter('beta2');
    const epsilon = hyperparameter('epsilon');
    return {
      slots: [0, 0],
      update(theta, g, [m, v], t) {
        const first = add(mul(m!, beta1), mul(g, 1 - beta1));
        const second = add(mul(v!, beta2), mul(square(g), 1 - beta2));
        const rate = (eta * Math.sqrt(1 - math.pow(beta2, t))) / (1 - math.pow(beta1, t));
        return [sub(theta, div(mul(first, rate), add(sqrt(second), epsilon))), first, second];
      },
    };
  },
};
