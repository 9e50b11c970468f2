/** Adam and its relatives: running means of the gradient (m) and of its square (v), corrected for their start at zero. */
import { abs, add, div, maximum, mul, sqrt, square, sub } from '@tensorflow/tfjs-core';
import { blend, decayed, type OptimizerMaker } from './optimizer.ts';

export const momentOptimizers: Record<string, OptimizerMaker> = {
  adam: adam('adam'),
  amsgrad: adam('amsgrad'),
  adamw: adam('adamw'),

  adamax(hyperparameter, math) {
    const [beta1, beta2, epsilon] = [hyperparameter('beta1'), hyperparameter('beta2'), hyperparameter('epsilon')];
    return {
      slots: [0, 0],
      update(theta, g, [m, u], eta, t) {
        const first = blend(m!, g, beta1);
        const norm = maximum(mul(u!, beta2), abs(g));
        const rate = eta / (1 - math.pow(beta1, t));
        return [sub(theta, div(mul(first, rate), add(norm, epsilon))), first, norm];
      },
    };
  },

  nadam(hyperparameter, math) {
    const [beta1, beta2, epsilon] = [hyperparameter('beta1'), hyperparameter('beta2'), hyperparameter('epsilon')];
    const momentum = (t: number) => beta1 * (1 - 0.5 * math.pow(0.96, t));
    // products[t] = μ₁ … μ_t
    const products = [1];
    return {
      slots: [0, 0],
      update(theta, g, [m, v], eta, t) {
        for (let i = products.length; i <= t; i++) products.push(products[i - 1]! * momentum(i));
        const product = products[t]!;
        const next = momentum(t + 1);
        const first = blend(m!, g, beta1);
        const second = blend(v!, square(g), beta2);
        const ahead = add(mul(first, (eta * next) / (1 - product * next)), mul(g, (eta * (1 - momentum(t))) / (1 - product)));
        const corrected = mul(second, 1 / (1 - math.pow(beta2, t)));
        return [sub(theta, div(ahead, add(sqrt(corrected), epsilon))), first, second];
      },
    };
  },
};

function adam(kind: 'adam' | 'amsgrad' | 'adamw'): OptimizerMaker {
  return (hyperparameter, math) => {
    const [beta1, beta2, epsilon] = [hyperparameter('beta1'), hyperparameter('beta2'), hyperparameter('epsilon')];
    const lambda = kind === 'adamw' ? hyperparameter('weightDecay') : 0;
    return {
      slots: kind === 'amsgrad' ? [0, 0, 0] : [0, 0],
      update(theta, g, [m, v, largest], eta, t) {
        const first = blend(m!, g, beta1);
        const second = blend(v!, square(g), beta2);
        const rate = (eta * Math.sqrt(1 - math.pow(beta2, t))) / (1 - math.pow(beta1, t));
        const start = decayed(theta, eta, lambda);
        const step = (scale: typeof second) => sub(start, div(mul(first, rate), add(sqrt(scale), epsilon)));
        if (!largest) return [step(second), first, second];
        const top = maximum(largest, second);
        return [step(top), first, second, top];
      },
    };
  };
}
