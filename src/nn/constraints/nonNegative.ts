import type { KernelEntry } from '../entry.ts';

export const nonNegative: KernelEntry = {
  name: 'nonNegative',
  title: 'non-negative',
  summary: 'Sets negative weights to zero.',
  tex: 'w_{ij} \\leftarrow \\max(0, w_{ij})',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'NonNeg()',
    pytorch: 'weight.clamp_(min=0) after each step',
    sklearn: 'none: scikit-learn has no weight constraints',
  },
  opcode: 4,
};
