import type { ActivationEntry } from './entry.ts';

export const step: ActivationEntry = {
  name: 'step',
  title: 'step',
  summary: 'Yes or no: 1 for positive input, else 0; the activation of the perceptron.',
  tex: 'a = \\begin{cases} 1 & z > 0 \\\\ 0 & z \\le 0 \\end{cases}',
  hyperparameters: {},
  references: ['rosenblatt1958'],
  equivalents: {
    keras: 'keras.layers.Activation(lambda z: keras.ops.cast(z > 0, "float32") + 0 * z)',
    pytorch: 'Function(lambda z: (z > 0).to(z.dtype) + 0 * z)',
    tensorflow: 'lambda z: tf.cast(z > 0, z.dtype) + 0 * z',
  },
  note: 'Forward only: its derivative is 0 wherever it has one, so no gradient reaches the weights below it and gradient descent leaves them as they are. The value at z = 0 is taken as 0.',
  opcode: 1,
  forwardOnly: true,
};
