import type { ScheduleEntry } from './entry.ts';
import { elapsed, perEpoch } from './elapsed.ts';

export const timeBased: ScheduleEntry = {
  name: 'timeBased',
  title: 'time-based decay',
  summary: 'Falls as one over the time: halved once kt is 1, a third once it is 2.',
  tex: '\\eta_t = \\frac{\\eta_0}{1 + k t}',
  hyperparameters: {
    k: { kind: 'number', symbol: 'k', description: 'decay per unit of t', default: 0.01, min: 0, max: 1000, scale: 'log' },
    perEpoch: perEpoch(false),
  },
  references: ['robbins1951', 'darken1990'],
  note: 't counts updates, as Keras’ former argument “decay” did; or, with perEpoch, whole epochs.',
  rate: (choice, moment) => moment.learningRate / (1 + Number(choice.k) * elapsed(choice, moment)),
};
