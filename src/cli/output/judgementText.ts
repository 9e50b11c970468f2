/** A judgement in a line of text. */
import { CONFIDENCE, FEWEST_SEEDS } from '../../statistics/medianInterval.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';

export function describeJudgement({ claim, outcome, expected, agree, against, seeds, effect, matters, steps, quantity = 'effect' }: Judgement): string {
  // From few seeds there is no interval.
  const interval = effect.low === null || effect.high === null ? '' : ` (${CONFIDENCE} interval ${number(effect.low)} to ${number(effect.high)})`;
  const size = quantity && `, median ${quantity} ${number(effect.median)}${interval}`;
  const least = matters ? `, less than ${number(matters)} does not matter` : '';
  const order = steps ? `; from arm to arm: ${steps.join(', ')}` : '';
  const surprise = seeds < FEWEST_SEEDS ? `; it takes ${FEWEST_SEEDS} seeds to judge` : outcome === expected ? '' : `; expected: ${expected}`;
  return `${outcome}: “${claim}” held in ${agree} of ${seeds} seeds, the opposite in ${against}${size}${least}${order}${surprise}`;
}

function number(value: number | null): string {
  return value === null ? 'not finite' : String(Number(value.toPrecision(3)));
}
