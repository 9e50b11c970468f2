import type { ActivationEntry } from './entry.ts';

export const hardSigmoid: ActivationEntry = {
  name: 'hardSigmoid',
  title: 'hard sigmoid',
  summary: 'A sigmoid of three straight pieces: 0 below −3, 1 above 3, a line between.',
  tex: 'a = \\frac{\\min(\\max(z + 3, 0), 6)}{6}',
  hyperparameters: {},
  references: ['howard2019'],
  equivalents: {
    keras: 'keras.layers.Activation("hard_sigmoid")',
    pytorch: 'nn.Hardsigmoid()',
    tensorflow: 'lambda z: tf.nn.relu6(z + 3) / 6',
  },
  note: 'relu6(z + 3)/6 (Keras 3, PyTorch). Keras 2 had clip(0.2 z + 0.5, 0, 1), which is steeper. The derivative at z = ±3 is taken as 0.',
  opcode: 3,
};
