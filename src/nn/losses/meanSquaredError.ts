import type { KernelEntry } from '../entry.ts';

export const meanSquaredError: KernelEntry = {
  name: 'meanSquaredError',
  title: 'mean squared error',
  summary: 'Squared difference, averaged over outputs and examples; the loss for regression.',
  tex: 'L = \\frac{1}{nK} \\sum_{i=1}^{n} \\sum_{k=1}^{K} (\\hat y_{ik} - y_{ik})^2',
  hyperparameters: {},
  references: [],
  equivalents: {
    keras: 'keras.losses.MeanSquaredError()',
    pytorch: 'nn.MSELoss()',
    tensorflow: 'lambda outputs, y: tf.reduce_mean((outputs - y) ** 2)',
  },
  note: 'The mean runs over outputs as well as examples (Keras, PyTorch). scikit-learn halves it.',
  opcode: 0,
};
