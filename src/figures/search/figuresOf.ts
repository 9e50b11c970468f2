import type { SearchFigureName } from './index.ts';

/** Those that have something to show of such a search. */
export function figuresOf({
  strategies,
  space,
  folds: count,
}: {
  strategies: readonly { name: string }[];
  space: readonly unknown[];
  folds?: number;
}): SearchFigureName[] {
  if (strategies[0]!.name === 'tuned') return space.length === 1 ? ['tuning'] : ['parallel'];
  const free = strategies.some(({ name }) => name === 'random' || name === 'grid');
  return [
    ...(space.length > 1 || strategies.length > 1 ? (['bestSoFar'] as const) : []),
    ...(space.length > 1 ? (['parallel'] as const) : []),
    ...(count === undefined ? [] : (['folds'] as const)),
    ...(free && space.length > 1 ? (['importance'] as const) : []),
  ];
}
