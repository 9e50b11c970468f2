import { strategyNames } from './names.ts';
import { armLabels } from './run/prepare.ts';
import type { Search } from './search.ts';

/** Of what is compared: strategies, or the arms of a tuned comparison. */
export function namesOf(search: Search): string[] {
  return search.strategies[0]!.name === 'tuned' ? armLabels(search) : strategyNames(search);
}
