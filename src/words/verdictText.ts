/** Verdicts in words. */
import { formatNumber } from './format.ts';

/** What came of judging a claim over the seeds. */
export type Outcome = 'supported' | 'unsupported' | 'inconclusive';

/** A judgement as far as words need it. */
interface Judged {
  outcome: Outcome;
  /** Seeds in which the claim held, of those judged. */
  agree: number;
  seeds: number;
  /** `null`: not a finite number. */
  effect: { median: number | null; low: number | null; high: number | null };
  /** What the effect is; '' where it says no more than the count. */
  quantity?: string;
}

export const OUTCOME_MARKS: Record<Outcome, string> = { supported: '✓', unsupported: '✗', inconclusive: '≈' };
/** Before a count of seeds. */
export const OUTCOME_WORDS: Record<Outcome, string> = { supported: 'holds in', unsupported: 'does not hold: true in', inconclusive: 'inconclusive: true in' };

type Counted = Pick<Judged, 'outcome' | 'agree' | 'seeds'>;
type Effect = Partial<Pick<Judged, 'effect' | 'quantity'>>;

/** "holds in 20 of 20 seeds", "does not hold: true in 2 of 20 seeds", "inconclusive: true in 13 of 20 seeds"; with the effect where it has a name of its own. */
export function describeJudgement(judgement: Counted & Effect): string {
  const effect = describeEffect(judgement);
  return `${describeOutcome(judgement)}${effect && `, ${effect}`}`;
}

/** The same without the effect. */
export function describeOutcome({ outcome, agree, seeds }: Counted): string {
  const count = `${agree} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
  return `${OUTCOME_WORDS[outcome]} ${count}`;
}

/** "median delay in epochs: 12 (95 % interval 8 to 15)"; nothing where it is no number, says no more than the count, or is of the metric that the figures show. */
export function describeEffect({ effect, quantity }: Effect): string {
  return effect && quantity ? intervalText(effect, quantity) : '';
}

function intervalText({ median, low, high }: Judged['effect'], quantity: string): string {
  if (median === null || low === null || high === null) return '';
  return `median ${quantity}: ${formatNumber(median)} (95\u202f% interval ${formatNumber(low)} to ${formatNumber(high)})`;
}

/** For a handful of seeds, or a modified experiment: what was seen, without a verdict on the claim. From five seeds on, how sure one can be of it. */
export function describeCount({ agree, seeds, effect, quantity = 'effect' }: Pick<Judged, 'agree' | 'seeds'> & Effect): string {
  const interval = effect && quantity && seeds >= FEWEST_FOR_INTERVAL ? intervalText(effect, quantity) : '';
  return `true in ${agree} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}${interval && `, ${interval}`}`;
}

/** As in experiments/judge.ts, which is too large to be loaded for this. */
const FEWEST_FOR_INTERVAL = 5;
