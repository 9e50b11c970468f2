import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const adadelta: OptimizerEntry = {
  name: 'adadelta',
  title: 'Adadelta',
  summary: 'Scales each parameter’s gradient by the root mean square of its past steps over that of its gradients.',
  tex: 's \\leftarrow \\rho s + (1-\\rho) g^2, \\quad \\Delta = \\frac{\\sqrt{u + \\varepsilon}}{\\sqrt{s + \\varepsilon}} g, \\quad u \\leftarrow \\rho u + (1-\\rho) \\Delta^2, \\quad \\theta \\leftarrow \\theta - \\eta \\Delta',
  hyperparameters: {
    learningRate: learningRate(0.001),
    rho: decayRate('\\rho', 'decay rate of the running means of squared gradients and squared steps', 0.95),
    epsilon: epsilon(1e-7),
  },
  references: ['zeiler2012'],
  equivalents: {
    keras: 'keras.optimizers.Adadelta(rate, rho={rho}, epsilon={epsilon})',
    pytorch: { call: 'torch.optim.Adadelta(params, lr=rate, rho={rho}, eps={epsilon})' },
    tensorflow: {
      slots: [0, 0],
      update: `s, u = slots
s.assign(rho * s + (1 - rho) * g**2)
delta = tf.sqrt(u + epsilon) / tf.sqrt(s + epsilon) * g
u.assign(rho * u + (1 - rho) * delta**2)
theta.assign_sub(rate * delta)`,
    },
  },
  note: 'The paper has no learning rate, that is η = 1, PyTorch’s default; Keras’ is 0.001. The paper’s and PyTorch’s ε is 1e-6.',
  opcode: 2,
};
