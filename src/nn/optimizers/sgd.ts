import type { KernelEntry } from '../entry.ts';
import { learningRate } from './hyperparameters.ts';

export const sgd: KernelEntry = {
  name: 'sgd',
  title: 'SGD',
  summary: 'Stochastic gradient descent: a step against the gradient, optionally with momentum.',
  tex: 'v \\leftarrow \\mu v - \\eta g, \\quad \\theta \\leftarrow \\theta + v \\quad (\\text{Nesterov: } \\theta \\leftarrow \\theta + \\mu v - \\eta g)',
  hyperparameters: {
    learningRate: learningRate(0.01),
    momentum: {
      kind: 'number',
      symbol: '\\mu',
      description: 'momentum: the share of the last step that is kept',
      default: 0,
      min: 0,
      max: 1,
      exclusiveMax: true,
    },
    nesterov: { kind: 'boolean', symbol: '\\text{nesterov}', description: 'Nesterov momentum: look ahead along the last step', default: false },
  },
  references: ['robbins1951', 'polyak1964', 'sutskever2013'],
  equivalents: {
    keras: 'SGD(learning_rate, momentum, nesterov)',
    pytorch: 'torch.optim.SGD(params, lr, momentum, nesterov=nesterov)',
    sklearn: "solver='sgd', learning_rate_init, momentum, nesterovs_momentum",
  },
  note: 'The learning rate is inside the velocity (Keras); PyTorch multiplies it on afterwards. The two differ when the rate changes during training.',
  opcode: 0,
};
