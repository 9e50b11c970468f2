import type { KernelEntry } from '../entry.ts';

export const hinge: KernelEntry = {
  name: 'hinge',
  title: 'hinge',
  summary: 'Nothing for an output on the right side by a margin of 1, else a straight line: the loss of support vector machines.',
  tex: 'L = \\frac{1}{nK} \\sum_{i,k} \\max(0, 1 - t_{ik} \\hat y_{ik}), \\quad t_{ik} = 2 y_{ik} - 1',
  hyperparameters: {},
  references: ['cortes1995'],
  equivalents: {
    keras: 'keras.losses.Hinge()',
    pytorch: 'lambda outputs, y: torch.relu(1 - (2 * y - 1) * outputs).mean()',
    tensorflow: 'lambda outputs, y: tf.reduce_mean(tf.nn.relu(1 - (2 * y - 1) * outputs))',
  },
  note: 'Labels 0 and 1 stand for t = −1 and 1, as in Keras. Outputs are scores, not probabilities: linear or tanh, and accuracy puts the threshold of a single output at 0.',
  opcode: 7,
};
