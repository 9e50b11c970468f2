import type { InitializerEntry } from './entry.ts';
import { fillScaledNormal } from './varianceScaling.ts';

export const lecunNormal: InitializerEntry = {
  name: 'lecunNormal',
  title: 'LeCun normal',
  summary: 'Normal, variance 1/fan-in.',
  tex: 'W_{ij} \\sim N\\Bigl(0, \\tfrac{1}{n_{in}}\\Bigr)',
  hyperparameters: {},
  references: ['lecun1998'],
  equivalents: {
    keras: "'lecun_normal'",
    pytorch: 'nn.init.kaiming_normal_(weight, nonlinearity="linear")',
    sklearn: 'none: scikit-learn offers no choice of initializer',
  },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillScaledNormal(weights, 1 / fanIn, stream),
};
