import type { InitializerEntry } from './entry.ts';
import { fillUniform } from './varianceScaling.ts';

export const lecunUniform: InitializerEntry = {
  name: 'lecunUniform',
  title: 'LeCun uniform',
  summary: 'Uniform, variance 1/fan-in: keeps the variance of a linear layer.',
  tex: 'W_{ij} \\sim U\\Bigl(-\\sqrt{\\tfrac{3}{n_{in}}}, \\sqrt{\\tfrac{3}{n_{in}}}\\Bigr)',
  hyperparameters: {},
  references: ['lecun1998'],
  equivalents: {
    keras: "'lecun_uniform'",
    pytorch: 'nn.init.kaiming_uniform_(weight, nonlinearity="linear")',
    sklearn: 'none: scikit-learn offers no choice of initializer',
  },
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillUniform(weights, 1 / fanIn, stream),
};
