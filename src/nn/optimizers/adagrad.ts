import type { KernelEntry } from '../entry.ts';
import { epsilon, learningRate } from './hyperparameters.ts';

export const adagrad: KernelEntry = {
  name: 'adagrad',
  title: 'Adagrad',
  summary: 'Divides each parameter’s step by the root of the sum of its squared gradients so far.',
  tex: 's \\leftarrow s + g^2, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{g}{\\sqrt{s + \\varepsilon}}',
  hyperparameters: {
    learningRate: learningRate(0.001),
    initialAccumulator: { kind: 'number', symbol: 's_0', description: 'value of s before the first step', default: 0.1, min: 0, max: 100 },
    epsilon: epsilon(1e-7),
  },
  references: ['duchi2011'],
  equivalents: {
    keras: 'Adagrad(learning_rate, initial_accumulator_value, epsilon)',
    pytorch: 'torch.optim.Adagrad(params, lr, initial_accumulator_value, eps)',
    sklearn: 'none: scikit-learn has no Adagrad',
  },
  note: 'ε is inside the root and s starts at 0.1 (Keras); PyTorch adds ε after the root and starts s at 0.',
  opcode: 1,
};
