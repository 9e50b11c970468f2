/**
 * From how many starts does an optimizer come to the minimum? Each gets the learning rate that brought it there from most of a first
 * lot of starts, and is judged on a second lot. Starts are drawn evenly over the part of the landscape that is shown.
 */
import type { Kernel } from '../../../../kernel/kernel.ts';
import { libm } from '../../../../kernel/libm.ts';
import { openStream } from '../../../../kernel/random.ts';
import { findEntry } from '../../../../nn/entry.ts';
import { startOptimizer } from '../kernelOptimizer.ts';
import { landscapes } from '../landscapes/index.ts';
import type { Landscape, Point } from '../landscapes/landscape.ts';
import { entrantsOn, optimizerOf, type Entrant } from '../racers.ts';

export interface Standing {
  id: string;
  /** The one chosen. */
  learningRate: number;
  /** Starts from which it came within the tolerance of the least value, and those from which it ran off. */
  arrived: number;
  left: number;
  starts: number;
  /** Median steps of those that arrived; NaN if none did. */
  steps: number;
  /** Median over all starts of f after the last step, above its least value: infinite where it ran off. */
  precision: number;
}

export const MANY = { steps: 500, tolerance: 0.01, tuned: 40, judged: 100, factors: [0.03, 0.1, 0.3, 1, 3, 10] } as const;

export function manyStarts(kernel: Kernel, name: string, ids: readonly string[]): Standing[] {
  const landscape = findEntry<Landscape>('landscape', landscapes, name);
  const [first, second] = [startsOn(kernel, landscape, 1, MANY.tuned), startsOn(kernel, landscape, 2, MANY.judged)];
  const entrants = entrantsOn(landscape).filter(({ id }) => ids.includes(id));
  return entrants.map((entrant) => {
    const tried = MANY.factors.map((factor) =>
      standing(kernel, landscape, { ...entrant, learningRate: Number((entrant.learningRate * factor).toPrecision(3)) }, first),
    );
    const best = tried.reduce((a, b) => (b.arrived > a.arrived || (b.arrived === a.arrived && b.steps < a.steps) ? b : a));
    return standing(kernel, landscape, { ...entrant, learningRate: best.learningRate }, second);
  });
}

function startsOn(kernel: Kernel, { x, y }: Landscape, seed: number, count: number): Point[] {
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'simulation');
  const within = ([low, high]: readonly [number, number]) => low + (high - low) * stream.uniform();
  const starts = Array.from({ length: count }, (): Point => [within(x), within(y)]);
  kernel.release(mark);
  return starts;
}

/** Farther out than any landscape reaches, as in a race. */
const OUTSIDE = 1000;

function standing(kernel: Kernel, landscape: Landscape, entrant: Entrant, starts: readonly Point[]): Standing {
  const m = libm(kernel);
  const goal = landscape.goal(MANY.tolerance);
  const lowest = landscape.goal(0);
  const steps: number[] = [];
  const ends: number[] = [];
  for (const start of starts) {
    const mark = kernel.mark();
    const next = startOptimizer(kernel, optimizerOf(entrant), start);
    let at: Point = start;
    let [value, reached] = [landscape.value(at, m), Infinity];
    for (let step = 0; ; step++) {
      if (value <= goal) reached = Math.min(reached, step);
      if (step === MANY.steps || value === Infinity) break;
      at = next(landscape.gradient(at, m));
      value = at.every((coordinate) => Math.abs(coordinate) <= OUTSIDE) ? landscape.value(at, m) : Infinity;
    }
    kernel.release(mark);
    if (reached < Infinity) steps.push(reached);
    ends.push(value - lowest);
  }
  const left = ends.filter((end) => end === Infinity).length;
  return {
    id: entrant.id,
    learningRate: entrant.learningRate,
    arrived: steps.length,
    left,
    starts: starts.length,
    steps: median(steps),
    precision: median(ends),
  };
}

/** The middle one, or the lower of the two in the middle; NaN of none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
