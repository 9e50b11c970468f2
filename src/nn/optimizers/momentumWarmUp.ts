import type { Entry } from '../entry.ts';

/** Not an optimizer of its own: it changes the momentum of SGD while training begins. */
export const momentumWarmUp: Entry = {
  name: 'momentumWarmUp',
  title: 'rising momentum',
  summary: 'The momentum of SGD goes from a first value to its own along a straight line, and stays there.',
  tex: '\\mu_t = \\mu_{\\text{from}} + (\\mu - \\mu_{\\text{from}}) \\frac{t}{w} \\text{ for } t < w, \\quad \\mu_t = \\mu \\text{ after}',
  hyperparameters: {
    from: { kind: 'number', symbol: '\\mu_{\\text{from}}', description: 'momentum of the first update', default: 0.5, min: 0, max: 1, exclusiveMax: true },
    updates: {
      kind: 'number',
      symbol: 'w',
      description: 'updates until the optimizer’s own momentum is reached',
      default: 200,
      min: 1,
      max: 1_000_000,
      integer: true,
      scale: 'log',
    },
  },
  references: ['sutskever2013'],
  note: 'The paper’s momentum rises in steps of 250 updates, so that 1/(1 − μ) grows by 2 at each, and is lowered again at the end.',
};

/** `updates`: at least 1. */
export interface MomentumWarmUp {
  from: number;
  updates: number;
}

/** Momentum of the update after the first `step`. */
export function momentumAt(step: number, momentum: number, { from, updates }: MomentumWarmUp): number {
  return step < updates ? from + ((momentum - from) * step) / updates : momentum;
}
