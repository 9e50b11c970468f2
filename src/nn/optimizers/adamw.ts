import type { OptimizerEntry } from './entry.ts';
import { decayRate, epsilon, learningRate, weightDecay } from './hyperparameters.ts';
import { CORRECTED_EPSILON } from './pytorchAdam.ts';

const ADAMW = `class AdamW(EpsilonBeforeCorrection, torch.optim.AdamW):
    pass`;

export const adamw: OptimizerEntry = {
  name: 'adamw',
  title: 'AdamW',
  summary: 'Adam with weight decay apart from the gradient: each step also shrinks every parameter by the same share.',
  tex: '\\theta \\leftarrow \\theta - \\eta \\lambda \\theta, \\quad \\text{then Adam: } \\theta \\leftarrow \\theta - \\eta \\frac{\\sqrt{1-\\beta_2^t}}{1-\\beta_1^t} \\frac{m}{\\sqrt{v} + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running mean of squared gradients', 0.999),
    epsilon: epsilon(1e-7),
    weightDecay: weightDecay(0.004),
  },
  references: ['loshchilov2019'],
  equivalents: {
    keras: 'keras.optimizers.AdamW(rate, weight_decay={weightDecay}, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon})',
    pytorch: {
      call: 'AdamW(params, {epsilon}, lr=rate, betas=({beta1}, {beta2}), weight_decay={weightDecay})',
      code: ADAMW,
      remark: CORRECTED_EPSILON,
    },
    tensorflow: {
      slots: [0, 0],
      update: `m, v = slots
theta.assign_sub(rate * weight_decay * theta)
m.assign(beta1 * m + (1 - beta1) * g)
v.assign(beta2 * v + (1 - beta2) * g**2)
correction = tf.sqrt(1 - beta2**t) / (1 - beta1**t)
theta.assign_sub(rate * tf.cast(correction, g.dtype) * m / (tf.sqrt(v) + epsilon))`,
    },
  },
  note: 'Decay is multiplied by the learning rate and reaches biases too (Keras, PyTorch); the paper’s has a multiplier of its own. Default λ: Keras 0.004, PyTorch 0.01. ε as in adam.',
  opcode: 7,
};
