import type { KernelEntry } from '../entry.ts';
import { decayRate, epsilon, learningRate } from './hyperparameters.ts';

export const nadam: KernelEntry = {
  name: 'nadam',
  title: 'Nadam',
  summary: 'Adam with Nesterov momentum: the step looks ahead along the running mean, by a momentum that warms up.',
  tex: '\\mu_t = \\beta_1 \\bigl(1 - \\tfrac{1}{2} 0.96^t\\bigr), \\quad \\hat m = \\frac{\\mu_{t+1} m}{1 - \\prod_{i=1}^{t+1} \\mu_i} + \\frac{(1-\\mu_t) g}{1 - \\prod_{i=1}^{t} \\mu_i}, \\quad \\hat v = \\frac{v}{1-\\beta_2^t}, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('\\beta_1', 'decay rate of the running mean of gradients', 0.9),
    beta2: decayRate('\\beta_2', 'decay rate of the running mean of squared gradients', 0.999),
    epsilon: epsilon(1e-7),
  },
  references: ['dozat2016'],
  equivalents: {
    keras: 'Nadam(learning_rate, beta_1, beta_2, epsilon)',
    pytorch: 'torch.optim.NAdam(params, lr, betas=(beta1, beta2), eps=epsilon, momentum_decay=1)',
    sklearn: 'none: scikit-learn has plain Adam only',
  },
  note: 'm and v as in adam, but ε is added after the bias correction of v. The momentum warms up by 0.96 to the power t (Keras); in the paper and by PyTorch’s default momentum_decay of 0.004 it is t/250, which is slower.',
  opcode: 9,
};
