import type { ActivationEntry } from './entry.ts';

export const gelu: ActivationEntry = {
  name: 'gelu',
  title: 'gelu',
  summary: 'The Gaussian error linear unit: the input weighted by the share of a standard normal below it.',
  tex: 'a = z \\, \\Phi(z) = \\frac{z}{2} \\Bigl( 1 + \\operatorname{erf} \\frac{z}{\\sqrt 2} \\Bigr)',
  hyperparameters: {},
  references: ['hendrycks2016'],
  equivalents: {
    keras: 'keras.layers.Activation("gelu")',
    pytorch: 'nn.GELU()',
    tensorflow: 'tf.nn.gelu',
  },
  note: 'By the error function, the default of Keras and PyTorch; geluTanh is the approximation.',
  opcode: 9,
};
