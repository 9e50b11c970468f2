import type { ActivationEntry } from './entry.ts';

export const swish: ActivationEntry = {
  name: 'swish',
  title: 'swish',
  summary: 'The input weighted by its own sigmoid, also called silu: smooth, with a dip to −0.278 at z ≈ −1.278.',
  tex: 'a = z \\, \\sigma(z) = \\frac{z}{1 + e^{-z}}',
  hyperparameters: {},
  references: ['ramachandran2017', 'elfwing2018'],
  equivalents: {
    keras: 'keras.layers.Activation("silu")',
    pytorch: 'nn.SiLU()',
    tensorflow: 'tf.nn.silu',
  },
  note: 'Swish with β = 1.',
  opcode: 11,
};
