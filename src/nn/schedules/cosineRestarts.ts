import { epochs, share, type ScheduleEntry } from './entry.ts';
import { halfCosine } from './halfCosine.ts';

export const cosineRestarts: ScheduleEntry = {
  name: 'cosineRestarts',
  title: 'cosine decay with warm restarts',
  summary: 'Cosine decay again and again, each period longer than the last by a factor.',
  tex: '\\eta_t = \\eta_0 \\Bigl[ e + (1 - e) \\frac{1 + \\cos (\\pi t_i / T_i)}{2} \\Bigr], \\quad T_{i+1} = m T_i, \\; t_i \\text{ epochs since the last restart}',
  hyperparameters: {
    period: epochs('T_0', 'the first period', 10),
    multiplier: { kind: 'number', symbol: 'm', description: 'factor from period to period', default: 2, min: 1, max: 100 },
    end: share('e', 'learning rate at the end of a period, as a share of the first', 0),
  },
  references: ['loshchilov2017'],
  rate(choice, { step, stepsPerEpoch, learningRate, math }) {
    const multiplier = Number(choice.multiplier);
    let period = Number(choice.period) * stepsPerEpoch;
    let since = step;
    if (multiplier === 1) since %= period;
    else for (; since >= period; period *= multiplier) since -= period;
    return learningRate * halfCosine(since / period, 1, Number(choice.end), math);
  },
};
