/** How long a run is: from epochs, updates or examples to the number of updates, and back. */
import { updatesPerEpoch } from '../../engines/engine.ts';
import type { Budget } from './configuration.ts';

export const BUDGETS = ['epochs', 'updates', 'examples'] as const;
export type BudgetKind = (typeof BUDGETS)[number];

/** The one that is given. */
export function budgetKind(budget: Budget): BudgetKind {
  const kind = BUDGETS.find((candidate) => budget[candidate] !== undefined);
  if (!kind) throw new Error(`A budget needs one of ${BUDGETS.join(', ')}.`);
  return kind;
}

/** Updates that spend the budget; for `examples` the fewest that see at least so many. */
export function updatesOf(budget: Budget, examples: number, batchSize: number): number {
  const perEpoch = updatesPerEpoch(examples, batchSize);
  if (budget.epochs !== undefined) return budget.epochs * perEpoch;
  if (budget.updates !== undefined) return budget.updates;
  const wanted = budget.examples ?? 0;
  const epochs = Math.floor(wanted / examples);
  return epochs * perEpoch + Math.ceil((wanted - epochs * examples) / batchSize);
}

/** Examples seen after `updates`, counting an example once per epoch in which it was used. */
export function examplesSeen(updates: number, examples: number, batchSize: number): number {
  const perEpoch = updatesPerEpoch(examples, batchSize);
  const epochs = Math.floor(updates / perEpoch);
  return epochs * examples + Math.min((updates - epochs * perEpoch) * batchSize, examples);
}
