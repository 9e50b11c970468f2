import type { ScheduleEntry } from './entry.ts';

export const reduceOnPlateau: ScheduleEntry = {
  name: 'reduceOnPlateau',
  title: 'reduce on plateau',
  summary: 'Multiplied by a factor once a metric has not become better for so many epochs.',
  tex: '\\eta \\leftarrow \\max(\\gamma \\eta, \\eta_{\\min}) \\text{ after } p \\text{ epochs in which no value was below } \\text{best} - \\delta',
  hyperparameters: {
    factor: { kind: 'number', symbol: '\\gamma', description: 'factor at each reduction', default: 0.1, min: 0, max: 1, exclusiveMax: true },
    patience: { kind: 'number', symbol: 'p', description: 'epochs without a better value before a reduction', default: 10, min: 1, max: 1e6, integer: true },
    minDelta: { kind: 'number', symbol: '\\delta', description: 'least difference that counts as better', default: 1e-4, min: 0, max: 1e6, scale: 'log' },
    cooldown: {
      kind: 'number',
      symbol: 'c',
      description: 'the epoch after a reduction from which on epochs count again; 0 and 1: the next',
      default: 0,
      min: 0,
      max: 1e6,
      integer: true,
    },
    minimum: { kind: 'number', symbol: '\\eta_{\\min}', description: 'least learning rate', default: 0, min: 0, max: 1e9 },
  },
  references: [],
  note: 'Looks at the metric once per epoch; its rate is that of the last look.',
  rate: (_choice, { learningRate, plateau }) => plateau?.learningRate ?? learningRate,
};
