import type { KernelEntry } from '../entry.ts';
import { labelSmoothing } from './labelSmoothing.ts';

export const binaryCrossentropy: KernelEntry = {
  name: 'binaryCrossentropy',
  title: 'binary cross-entropy',
  summary: 'Negative log-likelihood of a yes-or-no label; goes with a sigmoid output.',
  tex: 'L = -\\frac{1}{nK} \\sum_{i,k} \\bigl[ y_{ik} \\ln \\hat y_{ik} + (1 - y_{ik}) \\ln (1 - \\hat y_{ik}) \\bigr]',
  hyperparameters: { labelSmoothing },
  references: ['bishop2006', 'szegedy2016'],
  equivalents: {
    keras: 'keras.losses.BinaryCrossentropy(from_logits=True)',
    pytorch: 'nn.BCEWithLogitsLoss()',
    tensorflow: 'lambda z, y: tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))',
  },
  note: 'Computed from the logits z as max(z, 0) − zy + ln(1 + e^(−|z|)), so that it neither overflows nor needs clipping. Label smoothing trains and evaluates with y(1 − s) + s/2 in place of y (Keras).',
  opcode: 4,
};
