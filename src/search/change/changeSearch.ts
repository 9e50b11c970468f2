/** A reader's changes to a search: another search, explicit and checked like the published one. */
import { writeAxes } from '../../experiments/spec/comparison.ts';
import { SpecError, type Problem } from '../../schema/problem.ts';
import type { Json } from '../../schema/json.ts';
import { namesOf } from '../comparedNames.ts';
import { parseSearch } from '../spec/parseSearch.ts';
import type { Search, SearchBudget } from '../search.ts';
import type { Dimension, Space } from '../space/space.ts';
import type { StrategyChoice } from '../strategies/strategyChoice.ts';

export interface SearchChanges {
  strategies?: readonly StrategyChoice[];
  /** Not of a tuned comparison. */
  budget?: SearchBudget;
  /** undefined: the validation split instead of folds. */
  folds?: number | undefined;
  space?: Space;
}

/** Verdicts on strategies that are not run, and on values that are not searched, are left out. */
export function changeSearch(search: Search, changes: SearchChanges): { search: Search } | { problems: Problem[] } {
  const changed = { ...search, ...changes } as Search;
  const names = namesOf(changed);
  const isSearched = (path: string, value: Json) =>
    changed.space.some((one) => one.path === path && (one.kind === 'range' || one.values.some((other) => JSON.stringify(other) === JSON.stringify(value))));
  const verdicts = search.verdicts.filter(
    ({ ranking = [], strategy, chooses }) =>
      Object.entries(chooses ?? {}).every(([path, values]) => values.every((value) => isSearched(path, value))) &&
      [...ranking, ...(strategy === undefined ? [] : [strategy])].every((name) => names.includes(name)) &&
      (!chooses || strategy !== undefined || changed.strategies[0]!.name === search.strategies[0]!.name),
  );
  try {
    return { search: parseSearch(writeSearch({ ...changed, verdicts }), search.id) };
  } catch (error) {
    if (error instanceof SpecError) return { problems: error.problems };
    throw error;
  }
}

/** A search in the form of a file, with everything explicit; parses to the same search. */
export function writeSearch({
  title,
  claim,
  sources,
  configuration,
  axes,
  space,
  strategies,
  folds,
  budget,
  metric,
  split,
  at,
  seeds,
  verdicts,
}: Search): Json {
  const own = strategies[0]!.name === 'tuned' ? {} : { budget };
  const written = {
    ...{ title, claim: claim || undefined, sources, ...configuration, compare: writeAxes(axes), verdict: verdicts },
    search: {
      space: Object.fromEntries(space.map((dimension) => [dimension.path, writeDimension(dimension)])),
      strategy: strategies,
      folds,
      ...own,
      metric,
      split,
      at,
      seeds,
    },
  };
  return JSON.parse(JSON.stringify(written)) as Json;
}

function writeDimension(dimension: Dimension) {
  if (dimension.kind === 'range') {
    const { min, max, scale, integer } = dimension;
    return { min, max, scale, integer };
  }
  const { values, sets } = dimension;
  return sets ? values.map((label, i) => ({ label, set: sets[i]! })) : values;
}
