import type { InitializerEntry } from './entry.ts';
import { fillScaledNormal } from './varianceScaling.ts';

export const glorotNormal: InitializerEntry = {
  name: 'glorotNormal',
  title: 'Glorot normal',
  summary: 'Normal, variance 2/(fan-in + fan-out).',
  tex: 'W_{ij} \\sim N\\Bigl(0, \\tfrac{2}{n_{in} + n_{out}}\\Bigr)',
  hyperparameters: {},
  references: ['glorot2010'],
  equivalents: { keras: "'glorot_normal'", pytorch: 'nn.init.xavier_normal_(weight)', sklearn: 'none: scikit-learn offers no choice of initializer' },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, fanOut, _choice, stream) => fillScaledNormal(weights, 2 / (fanIn + fanOut), stream),
};
