import type { KernelEntry } from '../entry.ts';

export const relu: KernelEntry = {
  name: 'relu',
  title: 'relu',
  summary: 'Keeps what is positive and sets the rest to zero; its derivative is 0 or 1.',
  tex: 'a = \\max(0, z)',
  hyperparameters: {},
  references: ['nair2010', 'glorot2011'],
  equivalents: {
    keras: 'keras.layers.Activation("relu")',
    pytorch: 'nn.ReLU()',
    tensorflow: 'tf.nn.relu',
  },
  note: 'The derivative at z = 0 is taken as 0, as in TensorFlow and PyTorch.',
  opcode: 5,
};
