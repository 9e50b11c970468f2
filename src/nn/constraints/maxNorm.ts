import type { KernelEntry } from '../entry.ts';

export const maxNorm: KernelEntry = {
  name: 'maxNorm',
  title: 'max norm',
  summary: 'Shrinks a unit’s incoming weights to a norm of at most c.',
  tex: '\\mathbf{w}_j \\leftarrow \\mathbf{w}_j \\frac{\\min(\\lVert \\mathbf{w}_j \\rVert, c)}{\\lVert \\mathbf{w}_j \\rVert}',
  hyperparameters: {
    limit: { kind: 'number', symbol: 'c', description: 'greatest norm of a unit’s incoming weights', default: 2, min: 0, max: 1000, exclusiveMin: true },
  },
  references: ['srebro2005', 'srivastava2014'],
  equivalents: {
    keras: 'keras.constraints.MaxNorm({limit}, axis=0)',
    pytorch: 'lambda w, norm: w.mul_(norm.clamp(max={limit}) / (norm + 1e-7))',
    tensorflow: 'lambda w, norm: w * tf.minimum(norm, {limit}) / (norm + 1e-7)',
  },
  opcode: 1,
};
