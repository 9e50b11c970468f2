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
    keras: 'keras.initializers.HeNormal()',
    pytorch: 'lambda w: truncated(w, math.sqrt(2 / w.shape[1]) / DEVIATION)',
    tensorflow: 'lambda shape: tf.random.truncated_normal(shape, stddev=math.sqrt(2 / shape[0]) / DEVIATION)',
  },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillScaledNormal(weights, 2 / fanIn, stream),
};
