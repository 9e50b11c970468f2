import { epochs, share, type ScheduleEntry } from './entry.ts';

export const triangular: ScheduleEntry = {
  name: 'triangular',
  title: 'triangular cycle',
  summary: 'Rises and falls along straight lines between a low and the base learning rate, again and again.',
  tex: '\\eta_t = \\eta_0 \\Bigl[ l + (1 - l) \\max \\Bigl( 0, 1 - \\Bigl\\lvert \\frac{t}{p} - 2 c + 1 \\Bigr\\rvert \\Bigr) \\gamma \\Bigr], \\quad c = \\Bigl\\lfloor 1 + \\frac{t}{2p} \\Bigr\\rfloor',
  hyperparameters: {
    low: share('l', 'learning rate between two cycles, as a share of the base, which is the highest', 0.1),
    halfPeriod: epochs('p', 'the rise, half of a cycle (the paper’s “stepsize”)', 4),
    halving: { kind: 'boolean', symbol: '\\text{halving}', description: 'halve the height from cycle to cycle: γ = 2^(1 − c) instead of 1', default: false },
  },
  references: ['smith2017'],
  note: 't is in epochs. The paper names the lowest rate the base; here the optimizer’s learning rate is the highest.',
  rate(choice, { step, stepsPerEpoch, learningRate }) {
    const t = step / (Number(choice.halfPeriod) * stepsPerEpoch);
    const cycle = Math.floor(1 + t / 2);
    let height = Math.max(0, 1 - Math.abs(t - 2 * cycle + 1));
    if (choice.halving === true) for (let c = 1; c < cycle && height > 0; c++) height /= 2;
    const low = Number(choice.low);
    return learningRate * (low + (1 - low) * height);
  },
};
