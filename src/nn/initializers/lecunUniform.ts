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
    keras: 'keras.initializers.LecunUniform()',
    pytorch: 'lambda w: nn.init.kaiming_uniform_(w, nonlinearity="linear")',
    tensorflow: 'lambda shape: tf.random.uniform(shape, -math.sqrt(3 * 1 / shape[0]), math.sqrt(3 * 1 / shape[0]))',
  },
  fill: (weights, fanIn, _fanOut, _choice, stream) => fillUniform(weights, 1 / fanIn, stream),
};
