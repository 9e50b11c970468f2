import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate, weightDecay } from './hyperparameters.ts';

export const adamw: KernelEntry = {
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
    keras: 'AdamW(learning_rate, weight_decay, beta_1, beta_2, epsilon)',
    pytorch: 'torch.optim.AdamW(params, lr, betas=(beta1, beta2), eps=epsilon, weight_decay=weightDecay)',
    sklearn: 'none: the alpha of MLPClassifier is an L2 penalty, not decoupled decay',
  },
  note: 'Decay is multiplied by the learning rate and reaches biases too (Keras, PyTorch); the paper’s has a multiplier of its own. Default λ: Keras 0.004, PyTorch 0.01. ε as in adam.',
  opcode: 7,
};
