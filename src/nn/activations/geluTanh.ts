import type { ActivationEntry } from './entry.ts';

export const geluTanh: ActivationEntry = {
  name: 'geluTanh',
  title: 'gelu (tanh)',
  summary: 'gelu with the error function replaced by a tanh; the two differ by less than 0.0005.',
  tex: 'a = \\frac{z}{2} \\Bigl( 1 + \\tanh \\bigl[ \\sqrt{2/\\pi} \\, (z + 0.044715 z^3) \\bigr] \\Bigr)',
  hyperparameters: {},
  references: ['hendrycks2016'],
  equivalents: {
    keras: 'keras.layers.Activation(lambda z: keras.activations.gelu(z, approximate=True))',
    pytorch: 'nn.GELU(approximate="tanh")',
    tensorflow: 'lambda z: tf.nn.gelu(z, approximate=True)',
  },
  opcode: 10,
};
