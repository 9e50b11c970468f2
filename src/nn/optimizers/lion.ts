import type { KernelEntry } from '../entry.ts';
import { decayRate, learningRate, weightDecay } from './hyperparameters.ts';

export const lion: KernelEntry = {
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
    keras: 'Lion(learning_rate, beta_1, beta_2, weight_decay=weightDecay)',
    pytorch: 'none in torch.optim',
    sklearn: 'none: scikit-learn has no Lion',
  },
  note: 'The sign of 0 is 0. The default learning rate is Keras’; the paper’s is 1e-4, and advises 3 to 10 times less than for AdamW.',
  opcode: 10,
};
