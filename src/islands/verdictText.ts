/** Verdicts in words. */
import type { Judgement, Outcome } from '../experiments/types.ts';

export const OUTCOME_MARKS: Record<Outcome, string> = { supported: '✓', unsupported: '✗', inconclusive: '≈' };

/** "holds in 20 of 20 seeds", "does not hold: in 2 of 20 seeds", "inconclusive: holds in 13 of 20 seeds". */
export function describeJudgement({ outcome, agree, seeds }: Pick<Judgement, 'outcome' | 'agree' | 'seeds'>): string {
  const count = `${agree} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
  if (outcome === 'supported') return `holds in ${count}`;
  if (outcome === 'unsupported') return `does not hold: true in ${count}`;
  return `inconclusive: true in ${count}`;
}

/** For a handful of seeds, or a modified experiment: what was seen, without a verdict on the claim. */
export function describeCount({ agree, seeds }: Pick<Judgement, 'agree' | 'seeds'>): string {
  return `true in ${agree} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
}
