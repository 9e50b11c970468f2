/** Which runs of an experiment are trained anew where training all of them would take too long. */
import { basename, extname } from 'node:path';
import type { Run } from '../../experiments/train/observation.ts';

/** A choice that is the same all day, and another one the next, until all runs have had their turn. */
export interface Sample {
  /** Runs of each experiment besides seed 1 of every arm. */
  more: number;
  /** Days since 1970-01-01, UTC. */
  day: number;
  /** Days until each experiment and search has had its sample; meanwhile one run of it is trained each day. Defaults to 1: every day. */
  turns?: number;
  /** Files of the project that have changed: what they belong to has its sample on every day. */
  touched?: readonly string[];
}

export const DEFAULT_MORE = 2;

/** Seconds on one core, as estimated, that the first seed of an experiment may take, or a search: of what takes longer, parts take turns. */
export const MOST_SECONDS = 3;

/**
 * Seed 1 of every arm, and `more` of the others: after so many turns that turns · more is their number, each has been among them.
 *
 * @param seconds  That seed 1 of all arms takes. Where it is more than MOST_SECONDS, so many of the arms take turns that it is not, and
 *                 of the others as well, down to none where one run alone takes longer.
 */
export function sampleRuns(runs: readonly Run[], sample: Sample, seconds = 0): Run[] {
  const firsts = runs.filter(({ seed }) => seed === 1);
  const others = runs.filter(({ seed }) => seed !== 1);
  const affordable = seconds > MOST_SECONDS ? Math.floor((firsts.length * MOST_SECONDS) / seconds) : Infinity;
  const turn = turnOf(sample);
  const chosen = new Set([...takeTurns(firsts, Math.max(1, affordable), turn), ...takeTurns(others, Math.min(sample.more, affordable), turn)]);
  return runs.filter((run) => chosen.has(run));
}

/** One run, where it takes no longer than all of a sample may: another one every day. */
export function oneRun(runs: readonly Run[], { day }: Sample, seconds: number): Run[] {
  const firsts = runs.filter(({ seed }) => seed === 1).length;
  return seconds > firsts * MOST_SECONDS ? [] : takeTurns(runs, 1, day);
}

/** How many turns each experiment has had: what is chosen anew with each. */
export function turnOf({ day, turns = 1 }: Sample): number {
  return Math.floor(day / turns);
}

/** Whether the experiment or search has its sample today. `ids`: all that take turns with it. */
export function hasItsTurn(id: string, ids: readonly string[], { day, turns = 1, touched = [] }: Sample): boolean {
  return ids.indexOf(id) % turns === day % turns || touched.some((file) => file.startsWith('content/') && basename(file, extname(file)) === id);
}

/** The `count` whose turn it is on this day, or all if there are no more. */
export function takeTurns<Item>(list: readonly Item[], count: number, day: number): Item[] {
  const some = Math.min(count, list.length);
  return Array.from({ length: some }, (_, i) => list[(day * some + i) % list.length]!);
}

/** What is trained, in a sentence. */
export function sampleText({ more, day, turns = 1 }: Sample): string {
  const each = turns === 1 ? 'Of each experiment' : `Of one experiment in ${turns}, and of what has changed`;
  const others = turns === 1 ? '' : '; of the others, one run';
  return `${each}, every arm’s seed 1 and ${more} more runs, of those that take long some of the arms, and one search of those that take long${others}: what has its turn on ${dayText(day)}.`;
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
