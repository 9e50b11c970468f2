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
    keras: 'RandomUniform(minval=-limit, maxval=limit)',
    pytorch: 'nn.init.uniform_(weight, -limit, limit)',
    sklearn: 'none: scikit-learn offers no choice of initializer',
  },
  fill: (weights, _fanIn, _fanOut, choice, stream) => fillBetween(weights, -Number(choice.limit), Number(choice.limit), stream),
};
