import type { InitializerEntry } from './entry.ts';
import { fillScaledNormal } from './varianceScaling.ts';

export const heNormal: InitializerEntry = {
  name: 'heNormal',
  title: 'He normal',
  summary: 'Normal, variance 2/fan-in.',
  tex: 'W_{ij} \\sim N\\Bigl(0, \\tfrac{2}{n_{in}}\\Bigr)',
  hyperparameters: {},
  references: ['he2015'],
  equivalents: {
    keras: "'he_normal'",
    pytorch: 'nn.init.kaiming_normal_(weight, nonlinearity="relu")',
    sklearn: 'none: scikit-learn offers no choice of initializer',
  },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillScaledNormal(weights, 2 / fanIn, stream),
};
