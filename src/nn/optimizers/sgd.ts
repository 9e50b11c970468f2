import type { OptimizerEntry } from './entry.ts';
import { learningRate } from './hyperparameters.ts';

/** `Rule` is defined in src/export/pytorch/optimizers.ts. */
const SGD = `class SGD(Rule):
    def update(self, p, g, state, t, lr, momentum, nesterov):
        v = state["v"] = momentum * state.get("v", 0) - lr * g
        p += momentum * v - lr * g if nesterov else v`;

export const sgd: OptimizerEntry = {
  name: 'sgd',
  title: 'SGD',
  summary: 'Stochastic gradient descent: a step against the gradient, optionally with momentum.',
  tex: 'v \\leftarrow \\mu v - \\eta g, \\quad \\theta \\leftarrow \\theta + v \\quad (\\text{Nesterov: } \\theta \\leftarrow \\theta + \\mu v - \\eta g)',
  hyperparameters: {
    learningRate: learningRate(0.01),
    momentum: {
      kind: 'number',
      symbol: '\\mu',
      description: 'momentum: the share of the last step that is kept',
      default: 0,
      min: 0,
      max: 1,
      exclusiveMax: true,
    },
    nesterov: { kind: 'boolean', symbol: '\\text{nesterov}', description: 'Nesterov momentum: look ahead along the last step', default: false },
  },
  references: ['robbins1951', 'polyak1964', 'sutskever2013'],
  equivalents: {
    keras: 'keras.optimizers.SGD(rate, momentum={momentum}, nesterov={nesterov})',
    pytorch: ({ momentum }, changing) => {
      if (!momentum) return { call: 'torch.optim.SGD(params, lr=rate)' };
      const options = 'lr=rate, momentum={momentum}, nesterov={nesterov}';
      if (!changing) return { call: `torch.optim.SGD(params, ${options})` };
      return {
        call: `SGD(params, ${options})`,
        code: SGD,
        remark:
          'SGD: the learning rate is inside the velocity (Keras); torch.optim.SGD multiplies it on afterwards, which differs where the rate changes, and keeps no velocity where momentum is 0.',
      };
    },
    tensorflow: {
      slots: [0],
      update: `(v,) = slots
v.assign(momentum * v - rate * g)
theta.assign_add(momentum * v - rate * g if nesterov else v)`,
    },
  },
  note: 'The learning rate is inside the velocity (Keras); PyTorch multiplies it on afterwards. The two differ when the rate changes during training.',
  opcode: 0,
};
