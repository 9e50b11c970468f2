import type { KernelEntry } from '../entry.ts';
import { labelSmoothing } from './labelSmoothing.ts';

export const categoricalCrossentropy: KernelEntry = {
  name: 'categoricalCrossentropy',
  title: 'categorical cross-entropy',
  summary: 'Negative log-likelihood of the right class; goes with a softmax output.',
  tex: 'L = -\\frac{1}{n} \\sum_{i=1}^{n} \\sum_{k=1}^{K} y_{ik} \\ln \\hat y_{ik}',
  hyperparameters: { labelSmoothing },
  references: ['bishop2006', 'szegedy2016'],
  equivalents: {
    keras: 'keras.losses.CategoricalCrossentropy(from_logits=True)',
    pytorch: 'nn.CrossEntropyLoss()',
    tensorflow: 'lambda z, y: tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))',
  },
  note: 'Computed from the logits with the log-sum-exp rule. Label smoothing trains and evaluates with y(1 − s) + s/K in place of y (Keras, PyTorch).',
  opcode: 5,
};
