import type { RunResult } from '../../../experiments/train/result.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import { describeCount, describeOutcome, OUTCOME_MARKS, OUTCOMES } from '../../../words/verdictText.ts';

/**
 * What came of a run, for the bar beside Run: "true in 1 of 1 seed", "3 of 4 claims true in every seed"; as a verdict "✓ holds in 20 of 20 seeds",
 * "4 claims: ✓ 3, ? 1"; undefined where nothing was judged. The report says it in full.
 *
 * @param asVerdict  All of the recording's seeds were run, and nothing was changed.
 */
export function resultInShort(all: readonly Judgement[], results: readonly RunResult[], asVerdict: boolean): string | undefined {
  const failed = results.filter(({ ending }) => ending.state === 'failed').length;
  const judgements = all.filter(({ seeds }) => seeds > 0);
  const [only] = judgements;
  if (!only) return failed > 0 ? `${failed} of ${results.length} runs failed` : undefined;
  if (judgements.length === 1)
    return asVerdict ? `${OUTCOME_MARKS[only.outcome]} ${describeOutcome(only)}` : describeCount({ agree: only.agree, seeds: only.seeds });
  if (!asVerdict) {
    const always = judgements.filter(({ agree, seeds }) => agree === seeds).length;
    return `${always} of ${judgements.length} claims true in ${only.seeds === 1 ? 'this seed' : 'every seed'}`;
  }
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: judgements.filter((judgement) => judgement.outcome === outcome).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ outcome, count }) => `${OUTCOME_MARKS[outcome]} ${count}`);
  return `${judgements.length} claims: ${parts.join(', ')}`;
}
