import type { ScheduleEntry } from './entry.ts';

export const constant: ScheduleEntry = {
  name: 'constant',
  title: 'constant',
  summary: 'The same learning rate throughout.',
  tex: '\\eta_t = \\eta_0',
  hyperparameters: {},
  references: [],
  equivalents: { keras: 'learning_rate=eta', pytorch: 'no scheduler', sklearn: "learning_rate='constant'" },
  rate: (_choice, { learningRate }) => learningRate,
};
