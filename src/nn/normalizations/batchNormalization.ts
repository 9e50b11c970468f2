import type { Entry } from '../entry.ts';

export const batchNormalization: Entry = {
  name: 'batch',
  title: 'batch normalization',
  summary: 'Each unit’s values are brought to mean 0 and variance 1 over the batch, then scaled and shifted by learned γ and β.',
  tex: '\\hat z_{ij} = \\frac{z_{ij} - \\mu_j}{\\sqrt{\\sigma_j^2 + \\varepsilon}}, \\quad y_{ij} = \\gamma_j \\hat z_{ij} + \\beta_j, \\quad \\mu_j, \\sigma_j^2 \\text{ over the examples } i \\text{ of the batch}',
  hyperparameters: {
    momentum: {
      kind: 'number',
      symbol: 'm',
      description: 'share of the running statistics that is kept at each step',
      default: 0.99,
      min: 0,
      max: 1,
      exclusiveMax: true,
    },
    epsilon: { kind: 'number', symbol: '\\varepsilon', description: 'added to the variance', default: 1e-3, min: 0, max: 1, exclusiveMin: true, scale: 'log' },
  },
  references: ['ioffe2015'],
  note: 'Evaluation uses running statistics, which follow the biased variance of each batch (Keras); PyTorch’s follow the unbiased one, and its defaults are ε = 1e-5 and 1 − momentum = 0.1. The mean over the batch takes a bias before it away again: the gradient of that bias is zero, and is set to exactly that, since Adam would make steps of its rounding.',
};
