import type { InitializerEntry } from './entry.ts';
import { fillNormal } from './distributions.ts';

export const randomNormal: InitializerEntry = {
  name: 'randomNormal',
  title: 'random normal',
  summary: 'Normal with a chosen mean and standard deviation, whatever the size of the layer.',
  tex: 'W_{ij} \\sim N(\\mu, \\sigma^2)',
  hyperparameters: {
    mean: { kind: 'number', symbol: '\\mu', description: 'mean', default: 0, min: -1000, max: 1000 },
    stddev: { kind: 'number', symbol: '\\sigma', description: 'standard deviation', default: 0.05, min: 0, max: 1000, scale: 'log' },
  },
  references: [],
  equivalents: {
    keras: 'keras.initializers.RandomNormal({mean}, {stddev})',
    pytorch: 'lambda w: nn.init.normal_(w, {mean}, {stddev})',
    tensorflow: 'lambda shape: tf.random.normal(shape, {mean}, {stddev})',
  },
  fill: (weights, _fanIn, _fanOut, choice, stream) => fillNormal(weights, Number(choice.mean), Number(choice.stddev), stream),
};
