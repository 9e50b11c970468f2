import { share, type ScheduleEntry } from './entry.ts';
import { halfCosine } from './halfCosine.ts';

export const oneCycle: ScheduleEntry = {
  name: 'oneCycle',
  title: 'one cycle',
  summary: 'One rise to the base learning rate and one fall far below the start, over the whole run.',
  tex: '\\eta_t = \\eta_0 \\begin{cases} c(u / r;\\; s \\to 1) & u \\le r \\\\ c((u - r) / (1 - r);\\; 1 \\to e) & u > r \\end{cases}, \\quad u = \\frac{t}{T - 1}, \\; c \\text{ half a cosine}',
  hyperparameters: {
    start: share('s', 'learning rate of the first update, as a share of the highest', 0.04),
    end: share('e', 'learning rate of the last update, as a share of the highest', 4e-6),
    rise: { kind: 'number', symbol: 'r', description: 'share of the run in which the rate rises', default: 0.3, min: 0, max: 1 },
  },
  references: ['smith2019'],
  note: 'Cosines instead of the paper’s straight lines, and PyTorch’s defaults (div_factor 25, final_div_factor 10⁴). PyTorch has the peak at update rise · T − 1, here it is at rise · (T − 1), counted from 0.',
  rate(choice, { step, totalSteps, learningRate, math }) {
    const [start, end, rise] = [Number(choice.start), Number(choice.end), Number(choice.rise)];
    const progress = Math.min(1, step / Math.max(1, totalSteps - 1));
    if (progress < rise) return learningRate * halfCosine(progress / rise, start, 1, math);
    // With rise = 1 the run ends at the peak.
    return learningRate * (rise === 1 ? 1 : halfCosine((progress - rise) / (1 - rise), 1, end, math));
  },
};
