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
    keras: 'none: 0.5 * keras.ops.sum(keras.ops.square(y_pred - y_true))',
    pytorch: "0.5 * nn.MSELoss(reduction='sum')(output, target)",
    sklearn: 'loss of MLPRegressor with one output, where averaged',
  },
  note: 'Summed over the batch, gradients grow with the batch size, unlike those of the mean squared error. The loss reported of a split is always the mean over its examples, so that splits of different size compare.',
  opcode: 1,
};
