import type { InitializerEntry } from './entry.ts';
import { fillUniform } from './varianceScaling.ts';

export const heUniform: InitializerEntry = {
  name: 'heUniform',
  title: 'He uniform',
  summary: 'Uniform, variance 2/fan-in: makes up for relu, which lets half of the signal through.',
  tex: 'W_{ij} \\sim U\\Bigl(-\\sqrt{\\tfrac{6}{n_{in}}}, \\sqrt{\\tfrac{6}{n_{in}}}\\Bigr)',
  hyperparameters: {},
  references: ['he2015'],
  equivalents: {
    keras: 'keras.initializers.HeUniform()',
    pytorch: 'lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu")',
    tensorflow: 'lambda shape: tf.random.uniform(shape, -math.sqrt(3 * 2 / shape[0]), math.sqrt(3 * 2 / shape[0]))',
  },
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillUniform(weights, 2 / fanIn, stream),
};
