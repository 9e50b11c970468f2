import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

/** `Rule` is defined in src/export/pytorch/optimizers.ts. */
const ADAMAX = `class Adamax(Rule):
    def update(self, p, g, state, t, lr, betas, eps):
        m = state["m"] = betas[0] * state.get("m", 0) + (1 - betas[0]) * g
        u = state["u"] = torch.maximum(betas[1] * state.get("u", torch.zeros_like(g)), g.abs())
        p -= lr / (1 - betas[0] ** t) * m / (u + eps)`;

export const adamax: OptimizerEntry = {
  name: 'adamax',
  title: 'Adamax',
  summary: 'Adam in the infinity norm: steps are divided by a running maximum of absolute gradients.',
  tex: 'm \\\\leftarrow \\\\beta_1 m + (1-\\\\beta_1) g, \\quad u \\leftarrow \\max(\\beta_2 u, \\lvert g \\rvert), \\quad \\theta \\leftarrow \\theta - \\frac{\\eta}{1-\\beta_1^t} \\frac{m}{u + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running maximum of absolute gradients', 0.999),
    epsilon: epsilon(1e-7),
  },
  references: ['kingma2015'],
  equivalents: {
    keras: 'keras.optimizers.Adamax(rate, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon})',
    pytorch: {
      call: 'Adamax(params, lr=rate, betas=({beta1}, {beta2}), eps={epsilon})',
      code: ADAMAX,
      remark: 'Adamax: epsilon is added to the running maximum (Keras); torch.optim.Adamax adds it to |g| inside the maximum.',
    },
    tensorflow: {
      slots: [0, 0],
      update: `m, u = slots
m.assign(beta1 * m + (1 - beta1) * g)
u.assign(tf.maximum(beta2 * u, tf.abs(g)))
theta.assign_sub(rate / tf.cast(1 - beta1**t, g.dtype) * m / (u + epsilon))`,
    },
  },
  note: 'ε is added to u (Keras); PyTorch adds it to |g| inside the maximum. The paper has no ε, and η = 0.002.',
  opcode: 8,
};
