import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const rmsprop: KernelEntry = {
  name: 'rmsprop',
  title: 'RMSprop',
  summary: 'Divides each parameter’s step by the root of a running mean of its squared gradients.',
  tex: 's \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{g}{\\sqrt{s + \\varepsilon}}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    rho: decayRate('\\rho', 'decay rate of the running mean of squared gradients', 0.9),
    epsilon: epsilon(1e-7),
  },
  references: ['tieleman2012'],
  equivalents: {
    keras: 'RMSprop(learning_rate, rho, epsilon)',
    pytorch: 'torch.optim.RMSprop(params, lr, alpha, eps)',
    sklearn: 'none: scikit-learn has no RMSprop',
  },
  note: 'ε is inside the root (Keras); PyTorch adds it after the root and has α = 0.99 as default.',
  opcode: 3,
};
