import type { ActivationEntry } from './entry.ts';

export const selu: ActivationEntry = {
  name: 'selu',
  title: 'selu',
  summary: 'elu scaled so that, with LeCun normal weights, activations keep mean 0 and variance 1 from layer to layer.',
  tex: 'a = \\lambda \\begin{cases} z & z > 0 \\\\ \\alpha (e^z - 1) & z \\le 0 \\end{cases}, \\quad \\alpha \\approx 1.67326, \\; \\lambda \\approx 1.05070',
  hyperparameters: {},
  references: ['klambauer2017'],
  equivalents: {
    keras: 'keras.layers.Activation("selu")',
    pytorch: 'nn.SELU()',
    tensorflow: 'tf.nn.selu',
  },
  note: 'α = 1.6732632423543772, λ = 1.0507009873554805. The derivative at z = 0 is taken as λα.',
  opcode: 8,
};
