import type { KernelEntry } from '../entry.ts';

export const tanh: KernelEntry = {
  name: 'tanh',
  title: 'tanh',
  summary: 'Squashes its input into (−1, 1), symmetric about zero; its derivative is at most 1.',
  tex: 'a = \\tanh z = \\frac{e^{2z} - 1}{e^{2z} + 1}',
  hyperparameters: {},
  references: ['lecun1998'],
  equivalents: {
    keras: 'keras.layers.Activation("tanh")',
    pytorch: 'nn.Tanh()',
    tensorflow: 'tf.tanh',
  },
  opcode: 4,
};
