import { epochs, type ScheduleEntry } from './entry.ts';

export const stepDecay: ScheduleEntry = {
  name: 'stepDecay',
  title: 'step decay',
  summary: 'Multiplied by a factor every so many epochs.',
  tex: '\\eta_t = \\eta_0 \\, \\gamma^{\\lfloor t / p \\rfloor}, \\quad t \\text{ in epochs}',
  hyperparameters: {
    factor: { kind: 'number', symbol: '\\gamma', description: 'factor at each drop', default: 0.5, min: 0, max: 1, exclusiveMin: true },
    period: epochs('p', 'time from drop to drop', 10),
  },
  references: [],
  rate(choice, { step, stepsPerEpoch, learningRate }) {
    const drops = Math.floor(step / (Number(choice.period) * stepsPerEpoch));
    let rate = learningRate;
    // One product per drop keeps powers of ½ exact; it ends once nothing is left.
    for (let i = 0; i < drops && rate > 0 && choice.factor !== 1; i++) rate *= Number(choice.factor);
    return rate;
  },
};
