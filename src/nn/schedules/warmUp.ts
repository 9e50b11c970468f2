import { epochs, share } from './entry.ts';
import type { Entry } from '../entry.ts';

/** Not a schedule of its own: it goes before any of them (see scheduledRate.ts). */
export const warmUp: Entry = {
  name: 'warmUp',
  title: 'warm-up',
  summary: 'Rises along a straight line to the first learning rate of the schedule, which then has the rest of the run.',
  tex: '\\eta_t = \\eta^{\\text{schedule}}_0 \\Bigl[ s + (1 - s) \\frac{t}{w} \\Bigr] \\text{ for } t < w, \\quad \\eta^{\\text{schedule}}_{t - w} \\text{ after}',
  hyperparameters: {
    epochs: epochs('w', 'length of the rise', 5),
    start: share('s', 'learning rate of the first update, as a share of the one it rises to', 0.1),
  },
  references: ['goyal2017'],
  note: 'The schedule after it counts from its end, as in Keras and PyTorch; the paper’s counts from the start of the run.',
};
