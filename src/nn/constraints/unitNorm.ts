import type { KernelEntry } from '../entry.ts';

export const unitNorm: KernelEntry = {
  name: 'unitNorm',
  title: 'unit norm',
  summary: 'Scales a unit’s incoming weights to norm 1.',
  tex: '\\mathbf{w}_j \\leftarrow \\frac{\\mathbf{w}_j}{\\lVert \\mathbf{w}_j \\rVert}',
  hyperparameters: {},
  references: ['salimans2016'],
  equivalents: {
    keras: 'keras.constraints.UnitNorm(axis=0)',
    pytorch: 'lambda w, norm: w.div_(norm + 1e-7)',
    tensorflow: 'lambda w, norm: w / (norm + 1e-7)',
  },
  opcode: 2,
};
