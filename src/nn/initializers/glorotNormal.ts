import type { InitializerEntry } from './entry.ts';
import { fillScaledNormal } from './varianceScaling.ts';

export const glorotNormal: InitializerEntry = {
  name: 'glorotNormal',
  title: 'Glorot normal',
  summary: 'Normal, variance 2/(fan-in + fan-out).',
  tex: 'W_{ij} \\sim N\\Bigl(0, \\tfrac{2}{n_{in} + n_{out}}\\Bigr)',
  hyperparameters: {},
  references: ['glorot2010'],
  equivalents: {
    keras: 'keras.initializers.GlorotNormal()',
    pytorch: 'lambda w: truncated(w, math.sqrt(2 / sum(w.shape)) / DEVIATION)',
    tensorflow: 'lambda shape: tf.random.truncated_normal(shape, stddev=math.sqrt(2 / sum(shape)) / DEVIATION)',
  },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, fanOut, _choice, stream) => fillScaledNormal(weights, 2 / (fanIn + fanOut), stream),
};
