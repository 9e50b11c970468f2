import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

/** `Rule` is defined in src/export/pytorch/optimizers.ts. */
const NADAM = `class Nadam(Rule):
    def update(self, p, g, state, t, lr, betas, eps):
        now, ahead = (betas[0] * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
        product = state["product"] = state.get("product", 1) * now
        m = state["m"] = betas[0] * state.get("m", 0) + (1 - betas[0]) * g
        v = state["v"] = betas[1] * state.get("v", 0) + (1 - betas[1]) * g**2
        mean = ahead * m / (1 - product * ahead) + (1 - now) * g / (1 - product)
        p -= lr * mean / (torch.sqrt(v / (1 - betas[1] ** t)) + eps)`;

export const nadam: OptimizerEntry = {
  name: 'nadam',
  title: 'Nadam',
  summary: 'Adam with Nesterov momentum: the step looks ahead along the running mean, by a momentum that warms up.',
  tex: '\\mu_t = \\beta_1 \\bigl(1 - \\tfrac{1}{2} 0.96^t\\bigr), \\quad \\hat m = \\frac{\\mu_{t+1} m}{1 - \\prod_{i=1}^{t+1} \\mu_i} + \\frac{(1-\\mu_t) g}{1 - \\prod_{i=1}^{t} \\mu_i}, \\quad \\hat v = \\frac{v}{1-\\beta_2^t}, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running mean of squared gradients', 0.999),
    epsilon: epsilon(1e-7),
  },
  references: ['dozat2016'],
  equivalents: {
    keras: 'keras.optimizers.Nadam(rate, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon})',
    pytorch: {
      call: 'Nadam(params, lr=rate, betas=({beta1}, {beta2}), eps={epsilon})',
      code: NADAM,
      remark: 'Nadam: torch.optim.NAdam with momentum_decay=1 means the same, but that of PyTorch 1.13 counts one momentum twice.',
    },
    tensorflow: {
      // The third is the product of the momenta so far.
      slots: [0, 0, 1],
      update: `m, v, product = slots
now, ahead = (tf.cast(beta1 * (1 - 0.5 * 0.96**k), g.dtype) for k in (t, t + 1))
product.assign(product * now)
m.assign(beta1 * m + (1 - beta1) * g)
v.assign(beta2 * v + (1 - beta2) * g**2)
mean = ahead * m / (1 - product * ahead) + (1 - now) * g / (1 - product)
theta.assign_sub(rate * mean / (tf.sqrt(v / tf.cast(1 - beta2**t, g.dtype)) + epsilon))`,
    },
  },
  note: 'm and v as in adam, but ε is added after the bias correction of v. The momentum warms up by 0.96 to the power t (Keras); in the paper and by PyTorch’s default momentum_decay of 0.004 it is t/250, which is slower.',
  opcode: 9,
};
