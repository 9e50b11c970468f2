/** How far a cell's effect lies on the claim's side, for the colour of a map. */
import { kindOf } from '../verdicts/index.ts';
import type { Side } from '../verdicts/side.ts';
import type { Judgement, Verdict } from '../verdicts/verdict.ts';

/** Positive: it speaks for the claim; negative: against it; null: it is no number. */
export function leanOf(verdict: Verdict, { median }: Judgement['effect']): number | null {
  if (median === null) return null;
  const { kind, form } = kindOf(verdict);
  if (!('side' in kind)) return median;
  const { farthest = Infinity } = kind;
  return Math.max(-farthest, Math.min(farthest, distance(kind.side(form), median)));
}

function distance(side: Side, value: number): number {
  if ('within' in side) return side.within - Math.abs(value);
  return 'above' in side ? value - side.above : side.below - value;
}
