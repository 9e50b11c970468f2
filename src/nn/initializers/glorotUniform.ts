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
    keras: 'keras.initializers.GlorotUniform()',
    pytorch: 'nn.init.xavier_uniform_',
    tensorflow: 'lambda shape: tf.random.uniform(shape, -math.sqrt(3 * 2 / sum(shape)), math.sqrt(3 * 2 / sum(shape)))',
  },
  fill: (weights, fanIn, fanOut, _choice, stream) => fillUniform(weights, 2 / (fanIn + fanOut), stream),
};
