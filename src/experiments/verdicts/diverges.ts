/** `diverges: true`: training of every arm concerned diverges; `false`: of none. Effect: the share of the arms of which that is so. */
import type { VerdictKind } from './kind.ts';

export const diverges: VerdictKind<boolean> = {
  reads: 'nothing',
  recorded: true,
  // Of one arm it is 1 or 0.
  quantity: (form, _verdict, arms) => (arms === 1 ? '' : `share of arms that ${form ? 'diverged' : 'did not diverge'}`),
  measure: ({ ending }, form) => (ending.state === 'cancelled' || ending.state === 'failed' ? undefined : Number((ending.state === 'diverged') === form)),
  effect: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  // All of them.
  side: () => ({ above: 1, inclusive: true }),
};
