import type { ActivationEntry } from './entry.ts';

export const leakyRelu: ActivationEntry = {
  name: 'leakyRelu',
  title: 'leaky relu',
  summary: 'relu with a small slope below zero, so that a unit cannot die.',
  tex: 'a = \\begin{cases} z & z > 0 \\\\ \\alpha z & z \\le 0 \\end{cases}',
  hyperparameters: {
    slope: { kind: 'number', symbol: '\\alpha', description: 'slope for negative input', default: 0.3, min: 0, max: 1 },
  },
  references: ['maas2013'],
  equivalents: {
    keras: 'keras.layers.LeakyReLU(negative_slope={slope})',
    pytorch: 'nn.LeakyReLU({slope})',
    tensorflow: 'lambda z: tf.nn.leaky_relu(z, {slope})',
  },
  note: 'The default slope is that of Keras’ layer, 0.3; PyTorch’s and the paper’s is 0.01. The derivative at z = 0 is taken as α.',
  opcode: 6,
};
