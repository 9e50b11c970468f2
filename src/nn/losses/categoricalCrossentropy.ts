import type { KernelEntry } from '../entry.ts';

export const categoricalCrossentropy: KernelEntry = {
  name: 'categoricalCrossentropy',
  title: 'categorical cross-entropy',
  summary: 'Negative log-likelihood of the right class; goes with a softmax output.',
  tex: 'L = -\\frac{1}{n} \\sum_{i=1}^{n} \\sum_{k=1}^{K} y_{ik} \\ln \\hat y_{ik}',
  hyperparameters: {},
  references: ['bishop2006'],
  equivalents: {
    keras: 'CategoricalCrossentropy(from_logits=True)',
    pytorch: 'nn.CrossEntropyLoss()',
    sklearn: 'loss of MLPClassifier for more than two classes',
  },
  note: 'Computed from the logits with the log-sum-exp rule.',
  opcode: 5,
};
