/** What a reader can set, with its ranges; in an address, too. */
import { readNumber } from '../parts/readNumber.ts';
import { criticalMomentum, METHODS, type Method, type Rule } from './ball.ts';
import { MOST_RATE } from './rateBands.ts';
import { bestOf, curvaturesOf } from './ravine.ts';

export interface Setup extends Rule {
  /** κ: 1 is a round bowl, or a single parabola. */
  kappa: number;
  /** How many updates are shown. */
  updates: number;
}

export const LIMITS = {
  kappa: { label: 'condition number κ', min: 1, max: 10_000 },
  rate: { label: 'learning rate η', min: 0, max: MOST_RATE, exclusiveMin: true },
  momentum: { label: 'momentum μ', min: 0, max: 0.999 },
  updates: { label: 'updates', min: 1, max: 1000, integer: true },
} as const;
export type NumberName = keyof typeof LIMITS;
export const NUMBERS = ['kappa', 'rate', 'momentum', 'updates'] as const satisfies readonly NumberName[];

/** Of a drag or an arrow key: to three digits, within the ranges. */
export function within(rule: Rule): Rule {
  const held = (value: number, least: number, most: number) => Math.min(most, Math.max(least, Math.round(value * 1000) / 1000));
  return { ...rule, rate: held(rule.rate, 0.001, MOST_RATE), momentum: held(rule.momentum, 0, LIMITS.momentum.max) };
}

/** An under-damped ball in a ravine, so that there is something to mend. */
export const START: Setup = { method: 'heavyBall', rate: 0.5, momentum: 0.9, kappa: 25, updates: 60 };

/** The best there is, to three digits: momentum is rounded up, because a little too much costs little and a little too little much. */
export function tuned(setup: Setup): Setup {
  const best = within(bestOf(setup.method, setup.kappa));
  const least =
    setup.method === 'heavyBall' ? Math.max(...curvaturesOf(setup.kappa).map((curvature) => criticalMomentum(best.rate, curvature))) : best.momentum;
  return { ...setup, ...best, momentum: Math.min(LIMITS.momentum.max, Math.ceil(least * 1000) / 1000) };
}

/** `oscillator=nesterov&kappa=100&momentum=0.8`: what differs from the start. */
export function writeSetup(setup: Setup): Record<string, string> {
  return Object.fromEntries(NUMBERS.filter((name) => setup[name] !== START[name]).map((name) => [name, String(setup[name])]));
}

/** What is not allowed is refused, and the start stands in its place. */
export function readSetup(method: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const setup = { ...START };
  if (Object.hasOwn(METHODS, method)) setup.method = method as Method;
  else refused.push(`The link’s method is not known here; allowed: ${Object.keys(METHODS).join(', ')}.`);
  for (const name of NUMBERS) {
    const text = entries.get(name);
    if (text === undefined) continue;
    const reading = readNumber(text, LIMITS[name]);
    if ('value' in reading) setup[name] = reading.value;
    else refused.push(`The link’s ${name} was refused. ${reading.problem}`);
  }
  return { setup, refused };
}
