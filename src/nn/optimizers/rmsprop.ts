import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const rmsprop: KernelEntry = {
  name: 'rmsprop',
  title: 'RMSprop',
  summary: 'Divides each parameter’s step by the root of a running mean of its squared gradients.',
  tex: 's \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad v \\leftarrow \\mu v + \\eta \\frac{g}{\\sqrt{s + \\varepsilon}}, \\quad \\theta \\leftarrow \\theta - v \\quad (\\text{centered: } s - m^2 \\text{ for } s, \\; m \\leftarrow \\rho m + (1 - \\rho) g)',
  hyperparameters: {
    learningRate: learningRate(0.001),
    rho: decayRate('\\rho', 'decay rate of the running mean of squared gradients', 0.9),
    momentum: {
      kind: 'number',
      symbol: '\\mu',
      description: 'momentum: the share of the last step that is kept',
      default: 0,
      min: 0,
      max: 1,
      exclusiveMax: true,
    },
    epsilon: epsilon(1e-7),
    centered: {
      kind: 'boolean',
      symbol: '\\text{centered}',
      description: 'divide by an estimate of the gradient’s standard deviation instead',
      default: false,
    },
  },
  references: ['tieleman2012', 'graves2013'],
  equivalents: {
    keras: 'RMSprop(learning_rate, rho, momentum, epsilon, centered)',
    pytorch: 'torch.optim.RMSprop(params, lr, alpha=rho, eps=epsilon, momentum=momentum, centered=centered)',
    sklearn: 'none: scikit-learn has no RMSprop',
  },
  note: 'ε is inside the root (Keras); PyTorch adds it after the root and has α = 0.99 as default. The learning rate is inside the momentum (Keras); PyTorch multiplies it on afterwards. The variance of “centered” is kept from becoming negative by rounding, which in Keras and PyTorch can end in NaN.',
  opcode: 3,
};
