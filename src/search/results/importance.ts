/**
 * How much each dimension of a search matters: the share of the variance of the score that it explains by itself, a main effect in
 * the sense of functional ANOVA (Hutter, Hoos & Leyton-Brown 2014), computed from the trials without a model between. Scores enter
 * by their ranks within a seed (Kruskal & Wallis 1952), so that what diverged counts as bad and not as infinite; the share that
 * chance alone would explain is taken off (ε², Kelley 1935). Interactions of dimensions are in nobody's share.
 */
import type { SearchLog } from '../run/drive.ts';
import type { Search } from '../search.ts';
import type { Trial } from '../run/trial.ts';

export interface Importance {
  path: string;
  /** In [0, 1]. */
  share: number;
}

/** Only random search and grids try values regardless of what was found before. Undefined if there is none among the logs, or too little. */
export function importanceOf({ space }: Search, logs: readonly SearchLog[]): Importance[] | undefined {
  const own = ['random', 'grid'].map((name) => logs.filter(({ strategy }) => strategy.name === name)).find((some) => some.length > 0);
  if (!own || space.length < 2) return undefined;
  const ranked = own.flatMap(({ trials }) => ranksOf(trials.filter(({ proposal }) => proposal.share === 1)));
  if (ranked.length < FEWEST_TRIALS) return undefined;
  return space.map(({ path, kind }) => {
    const values = ranked.map(({ trial }) => trial.proposal.point[path]);
    const groups = kind === 'list' || new Set(values).size <= BINS ? values.map((value) => JSON.stringify(value)) : binsOf(values.map(Number));
    return {
      path,
      share: explained(
        groups,
        ranked.map(({ rank }) => rank),
      ),
    };
  });
}

/** ε² of the grouping: 1 − (within / (n − k)) / (total / (n − 1)), not below 0. */
export function explained(groups: readonly (string | number)[], scores: readonly number[]): number {
  const n = scores.length;
  const total = spread(scores);
  const members = new Map<string | number, number[]>();
  groups.forEach((group, i) => members.set(group, [...(members.get(group) ?? []), scores[i]!]));
  if (total === 0 || members.size < 2 || members.size >= n) return 0;
  const within = [...members.values()].reduce((sum, own) => sum + spread(own), 0);
  return Math.max(0, 1 - within / (n - members.size) / (total / (n - 1)));
}

/** Ranks from 0 to 1; equal scores share the mean of their ranks. */
function ranksOf(trials: readonly Trial[]): { trial: Trial; rank: number }[] {
  return trials.map((trial) => {
    const below = trials.filter(({ score }) => score < trial.score).length;
    const equal = trials.filter(({ score }) => score === trial.score).length;
    return { trial, rank: (below + equal / 2) / trials.length };
  });
}

/** Bins of nearly equal numbers, in the order of the values. */
function binsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => Math.floor((BINS * sorted.indexOf(value)) / values.length));
}

/** Sum of squared differences from the mean. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
}

const BINS = 6;
const FEWEST_TRIALS = 12;
