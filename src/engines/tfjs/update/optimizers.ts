/**
 * Optimizers as updates on tensors, by the names of the catalog, with the semantics of Keras 3, from which
 * TensorFlow.js' own differ: its Adam adds ε after the bias correction of v, its momentum has the learning
 * rate outside the velocity, its Adagrad takes no ε, and AdamW, Nadam and Lion it has not.
 * In the formulas g is the gradient, θ the parameter, η the rate of this step, t the step counted from 1.
 */
import { add, div, maximum, mul, sign, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Libm } from '../../../kernel/libm.ts';
import { momentumAt } from '../../../nn/optimizers/momentumWarmUp.ts';
import type { TrainingPlan } from '../../engine.ts';
import { findByName } from '../findByName.ts';
import { momentOptimizers } from './momentOptimizers.ts';
import { blend, decayed, type OptimizerMaker, type TensorOptimizer } from './optimizer.ts';

/** Throws for a name that is not in the catalog. */
export function tensorOptimizer({ optimizer, momentumWarmUp }: Pick<TrainingPlan, 'optimizer' | 'momentumWarmUp'>, math: Libm): TensorOptimizer {
  const hyperparameter = (name: string) => Number(optimizer[name]);
  if (momentumWarmUp) return sgd((t) => momentumAt(t - 1, hyperparameter('momentum'), momentumWarmUp), hyperparameter('nesterov') === 1);
  return findByName('optimizer', table, optimizer.name)(hyperparameter, math);
}

const table: Record<string, OptimizerMaker> = {
  sgd(hyperparameter) {
    const mu = hyperparameter('momentum');
    const nesterov = hyperparameter('nesterov') === 1;
    if (mu === 0) return { slots: [], update: (theta, g, _slots, eta) => [sub(theta, mul(g, eta))] };
    return sgd(() => mu, nesterov);
  },

  adagrad(hyperparameter) {
    const epsilon = hyperparameter('epsilon');
    return {
      slots: [hyperparameter('initialAccumulator')],
      update(theta, g, [s], eta) {
        const sum = add(s!, square(g));
        return [sub(theta, div(mul(g, eta), sqrt(add(sum, epsilon)))), sum];
      },
    };
  },

  adadelta(hyperparameter) {
    const rho = hyperparameter('rho');
    const epsilon = hyperparameter('epsilon');
    return {
      slots: [0, 0],
      update(theta, g, [s, u], eta) {
        const squares = blend(s!, square(g), rho);
        const step = mul(g, div(sqrt(add(u!, epsilon)), sqrt(add(squares, epsilon))));
        return [sub(theta, mul(step, eta)), squares, blend(u!, square(step), rho)];
      },
    };
  },

  rmsprop(hyperparameter) {
    const rho = hyperparameter('rho');
    const mu = hyperparameter('momentum');
    const epsilon = hyperparameter('epsilon');
    const centered = hyperparameter('centered') === 1;
    return {
      slots: [0, 0, 0],
      update(theta, g, [s, m, v], eta) {
        const squares = blend(s!, square(g), rho);
        const mean = blend(m!, g, rho);
        // A variance, unless rounding makes it negative.
        const scale = centered ? maximum(sub(squares, square(mean)), 0) : squares;
        const velocity = add(mul(v!, mu), div(mul(g, eta), sqrt(add(scale, epsilon))));
        return [sub(theta, velocity), squares, mean, velocity];
      },
    };
  },

  lion(hyperparameter) {
    const beta1 = hyperparameter('beta1');
    const beta2 = hyperparameter('beta2');
    const lambda = hyperparameter('weightDecay');
    return {
      slots: [0],
      update(theta, g, [m], eta) {
        return [sub(decayed(theta, eta, lambda), mul(sign(blend(m!, g, beta1)), eta)), blend(m!, g, beta2)];
      },
    };
  },

  ...momentOptimizers,
};

/** With the momentum of step t. */
function sgd(momentum: (t: number) => number, nesterov: boolean): TensorOptimizer {
  return {
    slots: [0],
    update(theta, g, [v], eta, t) {
      const mu = momentum(t);
      const step = mul(g, eta);
      const velocity = sub(mul(v!, mu), step);
      return [add(theta, nesterov ? sub(mul(velocity, mu), step) : velocity), velocity];
    },
  };
}
