import { share, type ScheduleEntry } from './entry.ts';

export const polynomial: ScheduleEntry = {
  name: 'polynomial',
  title: 'polynomial decay',
  summary: 'Falls to its end over the whole run along a power of the time that is left; with power 1, a straight line.',
  tex: '\\eta_t = \\eta_0 \\Bigl[ e + (1 - e) \\Bigl( 1 - \\frac{t}{T} \\Bigr)^p \\Bigr], \\quad T \\text{ updates in all}',
  hyperparameters: {
    power: { kind: 'number', symbol: 'p', description: 'power of the share of time that is left', default: 1, min: 0, max: 100, exclusiveMin: true },
    end: share('e', 'learning rate after the last update, as a share of the first', 0),
  },
  references: [],
  rate(choice, { step, totalSteps, learningRate, math }) {
    const end = Number(choice.end);
    const power = Number(choice.power);
    const left = Math.max(0, 1 - step / totalSteps);
    const fallen = power === 1 || left === 0 ? left : math.pow(left, power);
    return learningRate * (end + (1 - end) * fallen);
  },
};
