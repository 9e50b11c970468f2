import type { KernelEntry } from '../entry.ts';

export const meanAbsoluteError: KernelEntry = {
  name: 'meanAbsoluteError',
  title: 'mean absolute error',
  summary: 'Absolute difference, averaged over outputs and examples; outliers pull no harder than other examples.',
  tex: 'L = \\frac{1}{nK} \\sum_{i=1}^{n} \\sum_{k=1}^{K} \\lvert \\hat y_{ik} - y_{ik} \\rvert',
  hyperparameters: {},
  references: ['bishop2006'],
  equivalents: {
    keras: 'keras.losses.MeanAbsoluteError()',
    pytorch: 'nn.L1Loss()',
    tensorflow: 'lambda outputs, y: tf.reduce_mean(tf.abs(outputs - y))',
  },
  note: 'The derivative of |d| at d = 0 is taken as 0.',
  opcode: 2,
};
