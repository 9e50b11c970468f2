import type { ScheduleEntry } from './entry.ts';

export const constant: ScheduleEntry = {
  name: 'constant',
  title: 'constant',
  summary: 'The same learning rate throughout.',
  tex: '\\eta_t = \\eta_0',
  hyperparameters: {},
  references: [],
  rate: (_choice, { learningRate }) => learningRate,
};
