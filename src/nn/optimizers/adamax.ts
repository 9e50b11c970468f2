import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const adamax: KernelEntry = {
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
    keras: 'Adamax(learning_rate, beta_1, beta_2, epsilon)',
    pytorch: 'torch.optim.Adamax(params, lr, betas=(beta1, beta2), eps=epsilon)',
    sklearn: 'none: scikit-learn has plain Adam only',
  },
  note: 'ε is added to u (Keras); PyTorch adds it to |g| inside the maximum. The paper has no ε, and η = 0.002.',
  opcode: 8,
};
