import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';
import { ADAM, CORRECTED_EPSILON } from './pytorchAdam.ts';

export const amsgrad: OptimizerEntry = {
  name: 'amsgrad',
  title: 'AMSGrad',
  summary: 'Adam divided by the largest second moment so far, so that steps never grow back.',
  tex: 'm \\\\leftarrow \\\\beta_1 m + (1-\\\\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1-\\beta_2) g^2, \\quad \\hat v \\leftarrow \\max(\\hat v, v), \\quad \\theta \\leftarrow \\theta - \\eta \\frac{\\sqrt{1-\\beta_2^t}}{1-\\beta_1^t} \\frac{m}{\\sqrt{\\hat v} + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running mean of squared gradients', 0.999),
    epsilon: epsilon(1e-7),
  },
  references: ['reddi2018'],
  equivalents: {
    keras: 'keras.optimizers.Adam(rate, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon}, amsgrad=True)',
    pytorch: { call: 'Adam(params, {epsilon}, lr=rate, betas=({beta1}, {beta2}), amsgrad=True)', code: ADAM, remark: CORRECTED_EPSILON },
    tensorflow: {
      slots: [0, 0, 0],
      update: `m, v, top = slots
m.assign(beta1 * m + (1 - beta1) * g)
v.assign(beta2 * v + (1 - beta2) * g**2)
top.assign(tf.maximum(top, v))
correction = tf.sqrt(1 - beta2**t) / (1 - beta1**t)
theta.assign_sub(rate * tf.cast(correction, g.dtype) * m / (tf.sqrt(top) + epsilon))`,
    },
  },
  note: 'With Adam’s bias correction (Keras, PyTorch), which the paper’s Algorithm 2 leaves out. ε as in adam.',
  opcode: 6,
};
