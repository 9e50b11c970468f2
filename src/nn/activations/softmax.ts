import type { KernelEntry } from '../entry.ts';

export const softmax: KernelEntry = {
  name: 'softmax',
  title: 'softmax',
  summary: 'Turns a vector into positive numbers that sum to 1; the output activation for one of several classes.',
  tex: 'a_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}',
  hyperparameters: {},
  references: ['bridle1990'],
  equivalents: {
    keras: 'keras.layers.Activation("softmax")',
    pytorch: 'nn.Softmax(dim=1)',
    tensorflow: 'tf.nn.softmax',
  },
  note: 'The largest input is subtracted before the exponential, which changes nothing but the risk of overflow.',
  opcode: 13,
};
