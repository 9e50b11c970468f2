import type { KernelEntry } from '../entry.ts';

export const linear: KernelEntry = {
  name: 'linear',
  title: 'linear',
  summary: 'Passes its input through; the output activation for regression.',
  tex: 'a = z',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'keras.layers.Activation("linear")',
    pytorch: 'nn.Identity()',
    tensorflow: 'tf.identity',
  },
  opcode: 0,
};
