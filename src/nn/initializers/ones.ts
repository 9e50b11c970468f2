import type { InitializerEntry } from './entry.ts';

export const ones: InitializerEntry = {
  name: 'ones',
  title: 'ones',
  summary: 'All one; right for the scale of a normalization.',
  tex: 'W_{ij} = 1',
  hyperparameters: {},
  references: [],
  equivalents: { keras: "'ones'", pytorch: 'nn.init.ones_(weight)', sklearn: 'none: scikit-learn offers no choice of initializer' },
  fill: (weights) => void weights.fill(1),
};
