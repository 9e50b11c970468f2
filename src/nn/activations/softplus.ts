import type { ActivationEntry } from './entry.ts';

export const softplus: ActivationEntry = {
  name: 'softplus',
  title: 'softplus',
  summary: 'A smooth relu that is positive everywhere; its derivative is the sigmoid.',
  tex: 'a = \\ln(1 + e^z)',
  hyperparameters: {},
  references: ['dugas2001'],
  equivalents: {
    keras: 'keras.layers.Activation("softplus")',
    pytorch: 'nn.Softplus()',
    tensorflow: 'tf.math.softplus',
  },
  opcode: 12,
};
