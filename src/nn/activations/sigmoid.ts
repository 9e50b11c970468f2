import type { KernelEntry } from '../entry.ts';

export const sigmoid: KernelEntry = {
  name: 'sigmoid',
  title: 'sigmoid',
  summary: 'Squashes its input into (0, 1); its derivative is at most 1/4.',
  tex: 'a = \\sigma(z) = \\frac{1}{1 + e^{-z}}',
  hyperparameters: {},
  references: ['rumelhart1986'],
  equivalents: {
    keras: 'keras.layers.Activation("sigmoid")',
    pytorch: 'nn.Sigmoid()',
    tensorflow: 'tf.sigmoid',
  },
  opcode: 2,
};
