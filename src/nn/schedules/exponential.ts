import type { ScheduleEntry } from './entry.ts';
import { elapsed, perEpoch } from './elapsed.ts';

export const exponential: ScheduleEntry = {
  name: 'exponential',
  title: 'exponential decay',
  summary: 'Falls by the same share in every unit of time.',
  tex: '\\eta_t = \\eta_0 e^{-k t}',
  hyperparameters: {
    k: { kind: 'number', symbol: 'k', description: 'decay per unit of t', default: 0.1, min: 0, max: 1000, scale: 'log' },
    perEpoch: perEpoch(true),
  },
  references: [],
  note: 't counts whole epochs (PyTorch, stepped once per epoch); or, without perEpoch, updates (Keras).',
  rate: (choice, moment) => moment.learningRate * moment.math.exp(-Number(choice.k) * elapsed(choice, moment)),
};
