import type { InitializerEntry } from './entry.ts';

export const zeros: InitializerEntry = {
  name: 'zeros',
  title: 'zeros',
  summary: 'All zero; right for biases, and for weights a way to see what symmetry does.',
  tex: 'W_{ij} = 0',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'keras.initializers.Zeros()',
    pytorch: 'nn.init.zeros_',
    tensorflow: 'tf.zeros',
  },
  fill: (weights) => void weights.fill(0),
};
