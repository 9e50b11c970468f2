import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const amsgrad: KernelEntry = {
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
    keras: 'Adam(learning_rate, beta_1, beta_2, epsilon, amsgrad=True)',
    pytorch: 'torch.optim.Adam(params, lr, betas=(beta1, beta2), eps=epsilon, amsgrad=True)',
    sklearn: 'none: scikit-learn has plain Adam only',
  },
  note: 'With Adam’s bias correction (Keras, PyTorch), which the paper’s Algorithm 2 leaves out. ε as in adam.',
  opcode: 6,
};
