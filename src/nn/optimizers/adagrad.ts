import type { OptimizerEntry } from './entry.ts';
import { epsilon, learningRate } from './hyperparameters.ts';

export const adagrad: OptimizerEntry = {
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
    keras: 'keras.optimizers.Adagrad(rate, initial_accumulator_value={initialAccumulator}, epsilon={epsilon})',
    pytorch: {
      call: 'torch.optim.Adagrad(params, lr=rate, initial_accumulator_value={initialAccumulator} + {epsilon}, eps=0)',
      remark: 'Adagrad: epsilon is inside the root (Keras); with eps=0 and epsilon added to the first accumulator, torch.optim.Adagrad is the same.',
    },
    tensorflow: {
      slots: ['initialAccumulator'],
      update: `(s,) = slots
s.assign_add(g**2)
theta.assign_sub(rate * g / tf.sqrt(s + epsilon))`,
    },
  },
  note: 'ε is inside the root and s starts at 0.1 (Keras); PyTorch adds ε after the root and starts s at 0.',
  opcode: 1,
};
