/** How a racer stands after so many steps. */
import { formatNumber } from '../../../words/format.ts';
import type { Run } from './race.ts';

export interface Standing {
  /** Index into the run; at most its last. */
  at: number;
  x: number;
  y: number;
  value: number;
  /** In words. */
  state: string;
}

export function standing({ x, y, value, end }: Run, step: number): Standing {
  const last = value.length - 1;
  const at = Math.min(step, last);
  const state = step < last ? 'under way' : { reached: `reached the goal in ${last} steps`, left: `ran off after ${last} steps`, steps: 'not there' }[end];
  return { at, x: x[at]!, y: y[at]!, value: value[at]!, state };
}

/** Who got there, first to last, and how the others fared; titles by id. */
export function describeRace(runs: readonly Run[], titles: ReadonlyMap<string, string>): string {
  const told = [...runs].sort((a, b) => rank(a) - rank(b)).map((run) => `${titles.get(run.id) ?? run.id}: ${outcome(run)}`);
  return told.length === 0 ? 'Nobody runs.' : `${told.join('; ')}.`;
}

function rank({ end, value }: Run): number {
  return end === 'reached' ? value.length : Number.MAX_SAFE_INTEGER;
}

function outcome(run: Run): string {
  const { state, value } = standing(run, Infinity);
  return run.end === 'steps' ? `f = ${formatNumber(value)} at the end` : state;
}
