import type { ActivationEntry } from './entry.ts';

export const step: ActivationEntry = {
  name: 'step',
  title: 'step',
  summary: 'Yes or no: 1 for positive input, else 0; the activation of the perceptron.',
  tex: 'a = \\begin{cases} 1 & z > 0 \\\\ 0 & z \\le 0 \\end{cases}',
  hyperparameters: {},
  references: ['rosenblatt1958'],
  equivalents: { keras: 'none: keras.ops.cast(z > 0, "float32")', pytorch: 'torch.heaviside(z, torch.tensor(0.0))', sklearn: 'output of Perceptron' },
  note: 'Forward only: its derivative is 0 wherever it has one, so no gradient reaches the weights below it and gradient descent leaves them as they are. The value at z = 0 is taken as 0.',
  opcode: 1,
  forwardOnly: true,
};
