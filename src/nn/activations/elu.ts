import type { ActivationEntry } from './entry.ts';

export const elu: ActivationEntry = {
  name: 'elu',
  title: 'elu',
  summary: 'The exponential linear unit: relu that bends smoothly to −α instead of stopping at zero.',
  tex: 'a = \\begin{cases} z & z > 0 \\\\ \\alpha (e^z - 1) & z \\le 0 \\end{cases}',
  hyperparameters: {
    alpha: { kind: 'number', symbol: '\\alpha', description: 'depth to which the output goes for very negative input', default: 1, min: 0, max: 100 },
  },
  references: ['clevert2016'],
  equivalents: {
    keras: 'keras.layers.ELU(alpha={alpha})',
    pytorch: 'nn.ELU({alpha})',
    tensorflow: 'lambda z: tf.where(z > 0, z, {alpha} * tf.math.expm1(tf.minimum(z, 0.0)))',
  },
  note: 'Smooth at z = 0 for α = 1 only; the derivative there is taken as α.',
  opcode: 7,
};
