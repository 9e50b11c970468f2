/**
 * What knows the whole of a search's spec: its versions by the reader, links to them, and what is said of one that is over. It loads once
 * the first figures stand, or when it is asked for.
 */
import { dimensionTitle } from '../../figures/search/searchAdapter.ts';
import type { Problem } from '../../schema/problem.ts';
import { chosenSearch, publishedChoice, type SearchChoice } from '../../search/change/searchChoice.ts';
import { plannedRuns } from '../../search/run/plannedRuns.ts';
import type { Search } from '../../search/search.ts';
import type { StrategyChoice } from '../../search/strategies/strategyChoice.ts';

export { decodeSearchHash, encodeSearchHash } from '../../search/change/shareSearch.ts';
export { describeRefusal } from '../experiment/draft/settingText.ts';
export { searchReport } from './searchReport.ts';

/** The published search with the reader's choices, and the runs that each of its strategies comes to; or why there is none. */
export function chosenWithRuns(published: Search, choice: SearchChoice): { search: Search; modified: boolean; runs: number[] } | { problems: string[] } {
  const chosen = chosenSearch(published, choice);
  if ('problems' in chosen) return { problems: chosen.problems.map(describeProblem) };
  return { ...chosen, runs: runsOfAll(chosen.search) };
}

/** Of each strategy, as a page runs it. */
export function runsOfAll(search: Search): number[] {
  return search.strategies.map((strategy) => runsOf(search, strategy));
}

/** What the reader has changed: "budget 40 (published: 20)". */
export function changesOf(published: Search, choice: SearchChoice): string[] {
  return describeChanges(publishedChoice(published), choice);
}

/** With one seed, and all of them in a tuned comparison. */
function runsOf(search: Search, strategy: StrategyChoice): number {
  return plannedRuns(strategy.name === 'tuned' ? search : { ...search, seeds: 1 }, strategy);
}

function describeProblem({ path, found, allowed }: Problem): string {
  return `${path.replace(/^search\./, '')}: found ${found}; allowed: ${allowed}.`;
}

/** "budget 40 (published: 20)" */
function describeChanges(before: SearchChoice, after: SearchChoice): string[] {
  const words = { strategy: 'all strategies', budget: 'none', folds: 'none' };
  const change = (what: string, from: string, to: string) => (from === to ? [] : [`${what} ${to} (published: ${from})`]);
  return [
    ...(['strategy', 'budget', 'folds'] as const).flatMap((key) => change(key, before[key] || words[key], after[key] || words[key])),
    ...Object.entries(after.space).flatMap(([path, text]) => change(dimensionTitle(path), before.space[path] ?? '', text)),
  ];
}
