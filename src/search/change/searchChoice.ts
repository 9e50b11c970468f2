/** What a reader may choose of a published search, as the controls and links have it: in text. */
import type { Problem } from '../../schema/problem.ts';
import { changeSearch } from './changeSearch.ts';
import { readDimension, textOfDimension } from '../space/dimensionText.ts';
import { nameOf, strategyNames } from '../names.ts';
import type { Search, SearchBudget } from '../search.ts';

export interface SearchChoice {
  /** '' for all. */
  strategy: string;
  /** In the unit of the published budget; '' for a tuned comparison, which has none. */
  budget: string;
  /** '' for the validation split instead of folds. */
  folds: string;
  /** Path or name of each dimension → what is searched of it; empty for a tuned comparison. See dimensionText.ts. */
  space: Readonly<Record<string, string>>;
}

/** The published search itself. */
export function publishedChoice({ strategies, budget, folds, space }: Pick<Search, 'strategies' | 'budget' | 'folds' | 'space'>): SearchChoice {
  const names = strategyNames({ strategies });
  return {
    strategy: names.length === 1 ? names[0]! : '',
    budget: isTuned({ strategies }) ? '' : String(Object.values(budget)[0]),
    folds: folds === undefined ? '' : String(folds),
    space: isTuned({ strategies }) ? {} : Object.fromEntries(space.map((dimension) => [dimension.path, textOfDimension(dimension)])),
  };
}

/** The published search with the reader's choices. `modified`: so that its trials are other ones than those recorded. */
export function chosenSearch(
  published: Search,
  { strategy, budget, folds, space: texts }: SearchChoice,
): { search: Search; modified: boolean } | { problems: Problem[] } {
  if (isTuned(published)) return { search: published, modified: false };
  const unit = 'trials' in published.budget ? 'trials' : 'updates';
  // What is no number goes on as text: the schema then says what was found and what is allowed.
  const wanted = { [unit]: numberOf(budget) } as unknown as SearchBudget;
  const strategies = published.strategies.filter((one) => strategy === '' || nameOf(one, published.strategies) === strategy);
  const count = folds.trim() === '' ? undefined : (numberOf(folds) as number);
  const problems: Problem[] = [];
  const space = published.space.map((dimension) => {
    const text = texts[dimension.path] ?? '';
    if (text === textOfDimension(dimension)) return dimension;
    const read = readDimension(dimension, text);
    if ('kind' in read) return read;
    problems.push({ path: `search.space.${dimension.path}`, ...read });
    return dimension;
  });
  if (problems.length > 0) return { problems };
  const changed = changeSearch(published, { strategies, budget: wanted, folds: count, space });
  if ('problems' in changed) return changed;
  const { search } = changed;
  return { search, modified: differs(search, published) };
}

/** But for the strategies. */
function differs(one: Search, other: Search): boolean {
  const compared = ({ budget, folds, space }: Search) => JSON.stringify([budget, folds, space]);
  return compared(one) !== compared(other);
}

/** A tuned comparison leaves nothing to choose. */
export function isTuned({ strategies }: Pick<Search, 'strategies'>): boolean {
  return strategies[0]!.name === 'tuned';
}

function numberOf(text: string): number | string {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}
