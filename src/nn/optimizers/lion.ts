import type { OptimizerEntry } from './entry.ts';
import { decayRate, learningRate, weightDecay } from './hyperparameters.ts';

/** `Rule` is defined in src/export/pytorch/optimizers.ts. */
const LION = `class Lion(Rule):
    def update(self, p, g, state, t, lr, betas, weight_decay):
        p -= lr * weight_decay * p
        m = state.get("m", 0)
        p -= lr * torch.sign(betas[0] * m + (1 - betas[0]) * g)
        state["m"] = betas[1] * m + (1 - betas[1]) * g`;

export const lion: OptimizerEntry = {
  name: 'lion',
  title: 'Lion',
  summary: 'Moves every parameter by the same amount, in the direction of the sign of a momentum; found by program search.',
  tex: '\\theta \\leftarrow \\theta - \\eta \\lambda \\theta, \\quad \\theta \\leftarrow \\theta - \\eta \\operatorname{sign}\\bigl(\\beta_1 m + (1-\\beta_1) g\\bigr), \\quad m \\leftarrow \\beta_2 m + (1-\\beta_2) g',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'share of the momentum in the direction of the step', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the momentum', 0.99),
    weightDecay: weightDecay(0),
  },
  references: ['chen2023'],
  equivalents: {
    keras: ({ weightDecay }) => `keras.optimizers.Lion(rate, beta_1={beta1}, beta_2={beta2}, weight_decay=${weightDecay ? '{weightDecay}' : 'None'})`,
    pytorch: { call: 'Lion(params, lr=rate, betas=({beta1}, {beta2}), weight_decay={weightDecay})', code: LION, remark: 'Lion is not in torch.optim.' },
    tensorflow: {
      slots: [0],
      update: `(m,) = slots
theta.assign_sub(rate * weight_decay * theta)
theta.assign_sub(rate * tf.sign(beta1 * m + (1 - beta1) * g))
m.assign(beta2 * m + (1 - beta2) * g)`,
    },
  },
  note: 'The sign of 0 is 0. The default learning rate is Keras’; the paper’s is 1e-4, and advises 3 to 10 times less than for AdamW.',
  opcode: 10,
};
