import type { KernelEntry } from '../entry.ts';

export const unitNorm: KernelEntry = {
  name: 'unitNorm',
  title: 'unit norm',
  summary: 'Scales a unit’s incoming weights to norm 1.',
  tex: '\\mathbf{w}_j \\leftarrow \\frac{\\mathbf{w}_j}{\\lVert \\mathbf{w}_j \\rVert}',
  hyperparameters: {},
  references: ['salimans2016'],
  equivalents: {
    keras: 'UnitNorm(axis=0)',
    pytorch: 'F.normalize(weight, dim=1) after each step',
    sklearn: 'none: scikit-learn has no weight constraints',
  },
  opcode: 2,
};
