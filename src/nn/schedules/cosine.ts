import { halfCosine } from './halfCosine.ts';
import { share, type ScheduleEntry } from './entry.ts';

export const cosine: ScheduleEntry = {
  name: 'cosine',
  title: 'cosine decay',
  summary: 'Falls to its end over the whole run along half a wave of the cosine: slowly, fast, slowly.',
  tex: '\\eta_t = \\eta_0 \\Bigl[ e + (1 - e) \\frac{1 + \\cos (\\pi t / T)}{2} \\Bigr], \\quad T \\text{ updates in all}',
  hyperparameters: {
    end: share('e', 'learning rate after the last update, as a share of the first', 0),
  },
  references: ['loshchilov2017'],
  rate: (choice, { step, totalSteps, learningRate, math }) => learningRate * halfCosine(Math.min(1, step / totalSteps), 1, Number(choice.end), math),
};
