import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';
import { ADAM, CORRECTED_EPSILON } from './pytorchAdam.ts';

export const adam: OptimizerEntry = {
  name: 'adam',
  title: 'Adam',
  summary: 'Running means of the gradient and of its square, both corrected for their start at zero.',
  tex: 'm \\leftarrow \\beta_1 m + (1-\\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1-\\beta_2) g^2, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{\\sqrt{1-\\beta_2^t}}{1-\\beta_1^t} \\frac{m}{\\sqrt{v} + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running mean of squared gradients', 0.999),
    epsilon: epsilon(1e-7),
  },
  references: ['kingma2015'],
  equivalents: {
    keras: 'keras.optimizers.Adam(rate, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon})',
    pytorch: { call: 'Adam(params, {epsilon}, lr=rate, betas=({beta1}, {beta2}))', code: ADAM, remark: CORRECTED_EPSILON },
    tensorflow: {
      slots: [0, 0],
      update: `m, v = slots
m.assign(beta1 * m + (1 - beta1) * g)
v.assign(beta2 * v + (1 - beta2) * g**2)
correction = tf.sqrt(1 - beta2**t) / (1 - beta1**t)
theta.assign_sub(rate * tf.cast(correction, g.dtype) * m / (tf.sqrt(v) + epsilon))`,
    },
  },
  note: 'ε is “epsilon hat” of the paper’s section 2, added before the bias correction of v (Keras); PyTorch and the paper’s Algorithm 1 add it after. Keras’ default is 1e-7, PyTorch’s 1e-8.',
  opcode: 5,
};
