import type { InitializerEntry } from './entry.ts';

export const ones: InitializerEntry = {
  name: 'ones',
  title: 'ones',
  summary: 'All one; right for the scale of a normalization.',
  tex: 'W_{ij} = 1',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'keras.initializers.Ones()',
    pytorch: 'nn.init.ones_',
    tensorflow: 'tf.ones',
  },
  fill: (weights) => void weights.fill(1),
};
