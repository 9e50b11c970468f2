/** Verdicts in words. */
import { CONFIDENCE, FEWEST_SEEDS } from '../statistics/medianInterval.ts';
import { formatNumber } from './format.ts';

/** What came of judging a claim over the seeds. */
export const OUTCOMES = ['holds', 'reversed', 'no difference', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A judgement as far as words need it. */
interface Judged {
  outcome: Outcome;
  /** Seeds that speak for the claim, and against it, of those judged. */
  agree: number;
  against: number;
  seeds: number;
  /** `null`: not a finite number. */
  effect: { median: number | null; low: number | null; high: number | null };
  /** What the effect is; '' where it says no more than the count. */
  quantity?: string;
}

export const OUTCOME_MARKS: Record<Outcome, string> = { holds: '✓', reversed: '✗', 'no difference': '≈', open: '?' };
/** What the marks mean. */
export const OUTCOMES_IN_FULL: Record<Outcome, string> = {
  holds: 'the claim holds',
  reversed: 'the opposite holds',
  'no difference': 'no difference that matters',
  open: 'open',
};
/** Before a count of seeds. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  holds: 'holds in',
  reversed: 'the opposite holds in',
  'no difference': 'no difference that matters: true in',
  open: 'open: true in',
};

type Counted = Pick<Judged, 'outcome' | 'agree' | 'against' | 'seeds'>;
type Effect = Partial<Pick<Judged, 'effect' | 'quantity'>>;

/** "holds in 20 of 20 seeds", "the opposite holds in 18 of 20 seeds", "open: true in 13 of 20 seeds"; with the effect where it has a name of its own. */
export function describeJudgement(judgement: Counted & Effect): string {
  const effect = describeEffect(judgement);
  return `${describeOutcome(judgement)}${effect && `, ${effect}`}`;
}

/** The same without the effect. */
export function describeOutcome(judgement: Counted): string {
  const { outcome, seeds } = judgement;
  return `${OUTCOME_WORDS[outcome]} ${telling(judgement)} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
}

/** Of an experiment in which nothing is random: there is one run, not one for each seed. */
export function describeExact(outcome: Outcome): string {
  return outcome === 'holds' ? 'holds exactly' : outcome === 'reversed' ? 'the opposite holds exactly' : `${outcome}, exactly`;
}

/** The seeds that the outcome's words count: where the opposite holds, those that say so. */
export function telling({ outcome, agree, against }: Counted): number {
  return outcome === 'reversed' ? against : agree;
}

/** "median delay in epochs: 12 (98 % interval 8 to 15)"; nothing where it is no number, says no more than the count, or is of the metric that the figures show. */
export function describeEffect({ effect, quantity }: Effect): string {
  return effect && quantity ? intervalText(effect, quantity) : '';
}

function intervalText({ median, low, high }: Judged['effect'], quantity: string): string {
  if (median === null || low === null || high === null) return '';
  return `median ${quantity}: ${formatNumber(median)} ${describeInterval(low, high)}`;
}

/** "(98 % interval 8 to 15)" */
export function describeInterval(low: number, high: number): string {
  return `(${CONFIDENCE} interval ${formatNumber(low)} to ${formatNumber(high)})`;
}

/** For a handful of seeds, or a modified experiment: what was seen, without a verdict on the claim. From seven seeds on, how sure one can be of it. */
export function describeCount({ agree, seeds, effect, quantity = 'effect' }: Pick<Judged, 'agree' | 'seeds'> & Effect): string {
  const interval = effect && quantity && seeds >= FEWEST_SEEDS ? intervalText(effect, quantity) : '';
  return `true in ${agree} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}${interval && `, ${interval}`}`;
}
