/** Which runs of an experiment are trained anew where training all of them would take too long. */
import type { Run } from '../../experiments/train/observation.ts';

/** A choice that is the same all day, and another one the next, until all runs have had their turn. */
export interface Sample {
  /** Runs of each experiment besides seed 1 of every arm. */
  more: number;
  /** Days since 1970-01-01, UTC. */
  day: number;
}

export const DEFAULT_MORE = 2;

/** Seconds on one core, as estimated, that the first seed of an experiment may take, or a search: of what takes longer, parts take turns. */
export const MOST_SECONDS = 3;

/**
 * Seed 1 of every arm, and `more` of the others: after so many days that days · more is their number, each has been among them.
 *
 * @param seconds  That seed 1 of all arms takes. Where it is more than MOST_SECONDS, so many of the arms take turns that it is not.
 */
export function sampleRuns(runs: readonly Run[], { more, day }: Sample, seconds = 0): Run[] {
  const firsts = runs.filter(({ seed }) => seed === 1);
  const others = runs.filter(({ seed }) => seed !== 1);
  const count = seconds > MOST_SECONDS ? Math.max(1, Math.floor((firsts.length * MOST_SECONDS) / seconds)) : firsts.length;
  const chosen = new Set([...takeTurns(firsts, count, day), ...takeTurns(others, more, day)]);
  return runs.filter((run) => chosen.has(run));
}

/** The `count` whose turn it is on this day, or all if there are no more. */
export function takeTurns<Item>(list: readonly Item[], count: number, day: number): Item[] {
  const some = Math.min(count, list.length);
  return Array.from({ length: some }, (_, i) => list[(day * some + i) % list.length]!);
}

/** What is trained, in a sentence. */
export function sampleText({ more, day }: Sample): string {
  return `Of each experiment, every arm’s seed 1 and ${more} more runs, of those that take long some of the arms, and one search of those that take long: what has its turn on ${dayText(day)}.`;
}

export function today(): number {
  return Math.floor(Date.now() / MILLISECONDS_A_DAY);
}

/** `2026-11-21` → days since 1970-01-01; undefined if it is no date. */
export function dayOf(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) || time < 0 ? undefined : time / MILLISECONDS_A_DAY;
}

export function dayText(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

const MILLISECONDS_A_DAY = 86_400_000;
