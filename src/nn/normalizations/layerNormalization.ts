import type { Entry } from '../entry.ts';

export const layerNormalization: Entry = {
  name: 'layer',
  title: 'layer normalization',
  summary: 'Each example’s values are brought to mean 0 and variance 1 over the units of the layer, then scaled and shifted by learned γ and β.',
  tex: '\\hat z_{ij} = \\frac{z_{ij} - \\mu_i}{\\sqrt{\\sigma_i^2 + \\varepsilon}}, \\quad y_{ij} = \\gamma_j \\hat z_{ij} + \\beta_j, \\quad \\mu_i, \\sigma_i^2 \\text{ over the units } j \\text{ of the layer}',
  hyperparameters: {
    epsilon: { kind: 'number', symbol: '\\varepsilon', description: 'added to the variance', default: 1e-3, min: 0, max: 1, exclusiveMin: true, scale: 'log' },
  },
  references: ['ba2016'],
  note: 'Training and evaluation are the same. PyTorch’s default is ε = 1e-5.',
};
