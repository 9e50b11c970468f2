import type { KernelEntry } from '../entry.ts';

export const halfSquaredError: KernelEntry = {
  name: 'halfSquaredError',
  title: '½ squared error',
  summary: 'Half of the squared difference, summed over outputs and examples: the textbook’s loss, whose derivative is ŷ − y.',
  tex: 'L = \\frac{1}{2} \\sum_{i=1}^{n} \\sum_{k=1}^{K} (\\hat y_{ik} - y_{ik})^2',
  hyperparameters: {
    average: { kind: 'boolean', symbol: '\\text{average}', description: 'divide the sum by the number of examples in the batch', default: false },
  },
  references: ['bishop2006'],
  equivalents: {
    keras: ({ average }) => `lambda y, outputs: 0.5 * keras.ops.sum((outputs - y) ** 2${average === true ? ', axis=-1' : ''})`,
    pytorch: ({ average }) => `lambda outputs, y: 0.5 * ((outputs - y) ** 2).sum()${average === true ? ' / len(y)' : ''}`,
    tensorflow: ({ average }) => `lambda outputs, y: 0.5 * tf.reduce_sum((outputs - y) ** 2)${average === true ? ' / tf.cast(tf.shape(y)[0], y.dtype)' : ''}`,
  },
  note: 'Summed over the batch, gradients grow with the batch size, unlike those of the mean squared error. The loss reported of a split is always the mean over its examples, so that splits of different size compare.',
  opcode: 1,
};
