import type { InitializerEntry } from './entry.ts';
import { fillBetween } from './distributions.ts';

export const randomUniform: InitializerEntry = {
  name: 'randomUniform',
  title: 'random uniform',
  summary: 'Uniform between two limits, whatever the size of the layer.',
  tex: 'W_{ij} \\sim U(-l, l)',
  hyperparameters: {
    limit: { kind: 'number', symbol: 'l', description: 'limit on either side of zero', default: 0.05, min: 0, max: 1000, exclusiveMin: true, scale: 'log' },
  },
  references: [],
  equivalents: {
    keras: 'keras.initializers.RandomUniform(-{limit}, {limit})',
    pytorch: 'lambda w: nn.init.uniform_(w, -{limit}, {limit})',
    tensorflow: 'lambda shape: tf.random.uniform(shape, -{limit}, {limit})',
  },
  fill: (weights, _fanIn, _fanOut, choice, stream) => fillBetween(weights, -Number(choice.limit), Number(choice.limit), stream),
};
