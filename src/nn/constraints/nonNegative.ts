import type { KernelEntry } from '../entry.ts';

export const nonNegative: KernelEntry = {
  name: 'nonNegative',
  title: 'non-negative',
  summary: 'Sets negative weights to zero.',
  tex: 'w_{ij} \\leftarrow \\max(0, w_{ij})',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'keras.constraints.NonNeg()',
    pytorch: 'lambda w, norm: w.clamp_(min=0)',
    tensorflow: 'lambda w, norm: tf.maximum(w, 0)',
  },
  opcode: 4,
};
