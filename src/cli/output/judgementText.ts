/** A judgement in a line of text. */
import { FEWEST_SEEDS } from '../../experiments/verdicts/judge.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';

export function describeJudgement({ claim, outcome, expected, agree, seeds, effect, quantity = 'effect' }: Judgement): string {
  const size = quantity && `, median ${quantity} ${number(effect.median)} (95 % interval ${number(effect.low)} to ${number(effect.high)})`;
  const surprise = seeds < FEWEST_SEEDS ? `; it takes ${FEWEST_SEEDS} seeds to judge` : outcome === expected ? '' : `; expected: ${expected}`;
  return `${outcome}: “${claim}” held in ${agree} of ${seeds} seeds${size}${surprise}`;
}

function number(value: number | null): string {
  return value === null ? 'not finite' : String(Number(value.toPrecision(3)));
}
