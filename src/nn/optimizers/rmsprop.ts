import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

/** `Rule` is defined in src/export/pytorch/optimizers.ts. */
const RMSPROP = `class RMSprop(Rule):
    def update(self, p, g, state, t, lr, rho, momentum, eps, centered):
        s = state["s"] = rho * state.get("s", 0) + (1 - rho) * g**2
        if centered:
            m = state["m"] = rho * state.get("m", 0) + (1 - rho) * g
            s = torch.clamp(s - m**2, min=0)
        v = state["v"] = momentum * state.get("v", 0) + lr * g / torch.sqrt(s + eps)
        p -= v`;

export const rmsprop: OptimizerEntry = {
  name: 'rmsprop',
  title: 'RMSprop',
  summary: 'Divides each parameter’s step by the root of a running mean of its squared gradients.',
  tex: 's \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad v \\leftarrow \\mu v + \\eta \\frac{g}{\\sqrt{s + \\varepsilon}}, \\quad \\theta \\leftarrow \\theta - v \\quad (\\text{centered: } s - m^2 \\text{ for } s, \\; m \\leftarrow \\rho m + (1 - \\rho) g)',
  hyperparameters: {
    learningRate: learningRate(0.001),
    rho: decayRate('\\rho', 'decay rate of the running mean of squared gradients', 0.9),
    momentum: {
      kind: 'number',
      symbol: '\\mu',
      description: 'momentum: the share of the last step that is kept',
      default: 0,
      min: 0,
      max: 1,
      exclusiveMax: true,
    },
    epsilon: epsilon(1e-7),
    centered: {
      kind: 'boolean',
      symbol: '\\text{centered}',
      description: 'divide by an estimate of the gradient’s standard deviation instead',
      default: false,
    },
  },
  references: ['tieleman2012', 'graves2013'],
  equivalents: {
    keras: 'keras.optimizers.RMSprop(rate, rho={rho}, momentum={momentum}, epsilon={epsilon}, centered={centered})',
    pytorch: {
      call: 'RMSprop(params, lr=rate, rho={rho}, momentum={momentum}, eps={epsilon}, centered={centered})',
      code: RMSPROP,
      remark: 'RMSprop: epsilon is inside the root and the learning rate inside the momentum (Keras); torch.optim.RMSprop has both outside.',
    },
    tensorflow: {
      slots: [0, 0, 0],
      update: `s, m, v = slots
s.assign(rho * s + (1 - rho) * g**2)
m.assign(rho * m + (1 - rho) * g)
variance = tf.maximum(s - m**2, 0) if centered else s
v.assign(momentum * v + rate * g / tf.sqrt(variance + epsilon))
theta.assign_sub(v)`,
    },
  },
  note: 'ε is inside the root (Keras); PyTorch adds it after the root and has α = 0.99 as default. The learning rate is inside the momentum (Keras); PyTorch multiplies it on afterwards. The variance of “centered” is kept from becoming negative by rounding, which in Keras and PyTorch can end in NaN.',
  opcode: 3,
};
