import type { InitializerEntry } from './entry.ts';

export const zeros: InitializerEntry = {
  name: 'zeros',
  title: 'zeros',
  summary: 'All zero; right for biases, and for weights a way to see what symmetry does.',
  tex: 'W_{ij} = 0',
  hyperparameters: {},
  references: [],
  equivalents: { keras: "'zeros'", pytorch: 'nn.init.zeros_(weight)', sklearn: 'none: scikit-learn offers no choice of initializer' },
  fill: (weights) => void weights.fill(0),
};
