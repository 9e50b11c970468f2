import type { KernelEntry } from '../entry.ts';

export const minMaxNorm: KernelEntry = {
  name: 'minMaxNorm',
  title: 'min–max norm',
  summary: 'Moves the norm of a unit’s incoming weights towards an interval.',
  tex: '\\mathbf{w}_j \\leftarrow \\mathbf{w}_j \\frac{r \\operatorname{clip}(\\lVert \\mathbf{w}_j \\rVert, a, b) + (1 - r) \\lVert \\mathbf{w}_j \\rVert}{\\lVert \\mathbf{w}_j \\rVert}',
  hyperparameters: {
    least: { kind: 'number', symbol: 'a', description: 'least norm of a unit’s incoming weights', default: 0, min: 0, max: 1000 },
    greatest: { kind: 'number', symbol: 'b', description: 'greatest norm of a unit’s incoming weights', default: 1, min: 0, max: 1000, exclusiveMin: true },
    rate: { kind: 'number', symbol: 'r', description: 'share of the way that one update goes', default: 1, min: 0, max: 1 },
  },
  references: [],
  equivalents: {
    keras: 'keras.constraints.MinMaxNorm({least}, {greatest}, rate={rate}, axis=0)',
    pytorch: 'lambda w, norm: w.mul_(({rate} * norm.clamp({least}, {greatest}) + (1 - {rate}) * norm) / (norm + 1e-7))',
    tensorflow: 'lambda w, norm: w * ({rate} * tf.clip_by_value(norm, {least}, {greatest}) + (1 - {rate}) * norm) / (norm + 1e-7)',
  },
  opcode: 3,
};
