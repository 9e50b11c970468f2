import type { InitializerEntry } from './entry.ts';
import { fillUniform } from './varianceScaling.ts';

export const glorotUniform: InitializerEntry = {
  name: 'glorotUniform',
  title: 'Glorot uniform',
  summary: 'Uniform, variance 2/(fan-in + fan-out): a compromise between keeping the variance of activations and of gradients.',
  tex: 'W_{ij} \\sim U\\Bigl(-\\sqrt{\\tfrac{6}{n_{in} + n_{out}}}, \\sqrt{\\tfrac{6}{n_{in} + n_{out}}}\\Bigr)',
  hyperparameters: {},
  references: ['glorot2010'],
  equivalents: {
    keras: "'glorot_uniform'",
    pytorch: 'nn.init.xavier_uniform_(weight)',
    sklearn: 'default of MLPClassifier and MLPRegressor (factor 2 instead of 6 for logistic)',
  },
  fill: (weights, fanIn, fanOut, _choice, stream) => fillUniform(weights, 2 / (fanIn + fanOut), stream),
};
