/** The names by which verdicts, recordings and figures speak of what is compared. */
import type { Search } from './search.ts';
import type { StrategyChoice } from './strategies/strategyChoice.ts';

/** Each strategy's name; with its options where there are two of a name. */
export function strategyNames({ strategies }: Pick<Search, 'strategies'>): string[] {
  return strategies.map((strategy) => nameOf(strategy, strategies));
}

export function nameOf(strategy: StrategyChoice, strategies: readonly StrategyChoice[]): string {
  const { name, ...options } = strategy;
  if (strategies.filter((other) => other.name === name).length < 2) return name;
  return `${name} (${Object.entries(options)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')})`;
}
