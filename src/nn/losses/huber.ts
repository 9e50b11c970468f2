import type { KernelEntry } from '../entry.ts';

export const huber: KernelEntry = {
  name: 'huber',
  title: 'Huber',
  summary: 'Squared for small differences, absolute for large ones, averaged over outputs and examples.',
  tex: 'L = \\frac{1}{nK} \\sum_{i,k} \\begin{cases} \\tfrac{1}{2} d_{ik}^2 & \\lvert d_{ik} \\rvert \\le \\delta \\\\ \\delta (\\lvert d_{ik} \\rvert - \\tfrac{1}{2} \\delta) & \\text{else} \\end{cases}, \\quad d_{ik} = \\hat y_{ik} - y_{ik}',
  hyperparameters: {
    delta: {
      kind: 'number',
      symbol: '\\delta',
      description: 'difference at which the square turns into a line',
      default: 1,
      min: 0,
      max: 1e6,
      exclusiveMin: true,
      scale: 'log',
    },
  },
  references: ['huber1964'],
  equivalents: {
    keras: 'keras.losses.Huber(delta={delta})',
    pytorch: 'nn.HuberLoss(delta={delta})',
    tensorflow: 'lambda outputs, y: huber_loss(tf.abs(outputs - y), {delta})',
  },
  opcode: 3,
};
