import type { ScheduleEntry } from './entry.ts';

export const rangeTest: ScheduleEntry = {
  name: 'rangeTest',
  title: 'range test',
  summary: 'Rises exponentially from a tiny to a huge learning rate over the run, to see where the loss falls fastest and where it bursts.',
  tex: '\\eta_t = a \\Bigl( \\frac{b}{a} \\Bigr)^{t / (T - 1)}, \\quad T \\text{ updates in all}',
  hyperparameters: {
    lowest: {
      kind: 'number',
      symbol: 'a',
      description: 'learning rate of the first update',
      default: 1e-6,
      min: 0,
      max: 1e9,
      exclusiveMin: true,
      scale: 'log',
    },
    highest: { kind: 'number', symbol: 'b', description: 'learning rate of the last update', default: 10, min: 0, max: 1e9, exclusiveMin: true, scale: 'log' },
  },
  references: ['smith2017'],
  note: 'The optimizer’s learning rate plays no part. The paper’s rise is a straight line; the exponential one, which covers magnitudes evenly, has become the custom.',
  rate(choice, { step, totalSteps, math }) {
    const lowest = Number(choice.lowest);
    return lowest * math.pow(Number(choice.highest) / lowest, Math.min(1, step / Math.max(1, totalSteps - 1)));
  },
};
