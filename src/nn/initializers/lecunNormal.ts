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
    keras: 'keras.initializers.LecunNormal()',
    pytorch: 'lambda w: truncated(w, math.sqrt(1 / w.shape[1]) / DEVIATION)',
    tensorflow: 'lambda shape: tf.random.truncated_normal(shape, stddev=math.sqrt(1 / shape[0]) / DEVIATION)',
  },
  note: 'Drawn from a normal truncated at two standard deviations and widened to the stated variance (Keras); PyTorch does not truncate.',
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillScaledNormal(weights, 1 / fanIn, stream),
};
