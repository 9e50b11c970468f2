/** A race: every entrant from the same start, each step by the kernel's optimizer. Runs in a worker, and when the site is built. */
import type { Kernel } from '../../../kernel/kernel.ts';
import { libm } from '../../../kernel/libm.ts';
import { findEntry } from '../../../nn/entry.ts';
import type { Band } from '../parts/bands.ts';
import { contourBands } from './contourBands.ts';
import { startOptimizer } from './kernelOptimizer.ts';
import { landscapes } from './landscapes/index.ts';
import type { Landscape, Point } from './landscapes/landscape.ts';
import { optimizerOf, type Entrant } from './racers.ts';

export interface Setup {
  /** Name of a landscape. */
  landscape: string;
  start: Point;
  /** Most steps. */
  steps: number;
  /** A racer is there when f is at most this much above its least value. */
  tolerance: number;
  entrants: Entrant[];
}

export interface Run {
  id: string;
  /** Where it was after 0, 1, 2 … steps, and f there. */
  x: number[];
  y: number[];
  value: number[];
  /** `reached`: the goal, at its last step. `left`: it ran off, and was stopped. `steps`: neither, in the steps there were. */
  end: 'reached' | 'left' | 'steps';
}

export interface Race {
  setup: Setup;
  bands: Band[];
  /** Of those entrants that run. */
  runs: Run[];
}

export function race(kernel: Kernel, setup: Setup): Race {
  const landscape = findEntry<Landscape>('landscape', landscapes, setup.landscape);
  const m = libm(kernel);
  const running = setup.entrants.filter(({ isOn }) => isOn);
  return { setup, bands: contourBands(landscape, m), runs: running.map((entrant) => run(kernel, landscape, setup, entrant)) };
}

/** Farther out than any landscape reaches; the kernel's gradients hold there (see kernelOptimizer.ts). */
const OUTSIDE = 1000;

function run(kernel: Kernel, landscape: Landscape, { start, steps, tolerance }: Setup, entrant: Entrant): Run {
  const m = libm(kernel);
  const mark = kernel.mark();
  const next = startOptimizer(kernel, optimizerOf(entrant), start);
  const goal = landscape.goal(tolerance);
  const result: Run = { id: entrant.id, x: [], y: [], value: [], end: 'steps' };
  let at: Point = [Math.fround(start[0]), Math.fround(start[1])];
  for (let step = 0; step <= steps; step++) {
    if (step > 0) at = next(landscape.gradient(at, m));
    const value = landscape.value(at, m);
    if (!at.every((coordinate) => Math.abs(coordinate) <= OUTSIDE) || !Number.isFinite(value)) {
      result.end = 'left';
      break;
    }
    result.x.push(at[0]);
    result.y.push(at[1]);
    result.value.push(value);
    if (value <= goal) {
      result.end = 'reached';
      break;
    }
  }
  kernel.release(mark);
  return result;
}
