import type { InitializerEntry } from './entry.ts';

export const constant: InitializerEntry = {
  name: 'constant',
  title: 'constant',
  summary: 'All the same number, so that units of a layer never become different.',
  tex: 'W_{ij} = c',
  hyperparameters: {
    value: { kind: 'number', symbol: 'c', description: 'the number', default: 0, min: -1000, max: 1000 },
  },
  references: [],
  equivalents: {
    keras: 'keras.initializers.Constant({value})',
    pytorch: 'lambda w: nn.init.constant_(w, {value})',
    tensorflow: 'lambda shape: tf.fill(shape, {value} + 0.0)',
  },
  fill: (weights, _fanIn, _fanOut, choice) => void weights.fill(Number(choice.value)),
};
