/**
 * An order of arms along which a number rises. Two arms are judged by their difference. Of three and more, chance alone orders k arms
 * in one of k! seeds, so that "strictly in order in four of five seeds" would hardly ever be met, and failing it would say nothing.
 * So the ends are judged, and the trend: of a seed's pairs more must rise than fall, by as much as matters. Besides, no step between
 * neighbours may be reversed over the seeds.
 */
import type { Outcome } from '../../words/verdictText.ts';
import { decide, type Decision, type Rule } from './decide.ts';
import { stanceOf, type Side, type Stance } from './side.ts';

export interface OrderedDecision extends Decision {
  /** For three arms and more: of each step to the next. */
  steps?: Outcome[];
}

const RISES: Side = { above: 0 };

/** `seeds`: for each seed the values of its arms, at least two, in the order claimed. */
export function decideOrder(seeds: readonly (readonly number[])[], rule: Pick<Rule, 'matters' | 'inAtLeast'>): OrderedDecision {
  const { matters } = rule;
  const between = (values: readonly number[], from: number, to: number) => difference(values[to]!, values[from]!);
  const last = (seeds[0]?.length ?? 2) - 1;
  const ends = seeds.map((values) => between(values, 0, last));
  if (last < 2) return decide(ends, { ...rule, side: RISES });
  const stances = seeds.map((values, i): Stance => {
    const trend = trendOf(values, (from, to) => stanceOf(between(values, from, to), RISES, matters));
    const end = stanceOf(ends[i]!, RISES, matters);
    return (end === 'for' && trend > 0) || (end === 'against' && trend < 0) ? end : 'neither';
  });
  const whole = decide(ends, { ...rule, side: RISES, stances });
  const steps = Array.from({ length: last }, (_, i) =>
    decide(
      seeds.map((values) => between(values, i, i + 1)),
      { ...rule, side: RISES },
    ),
  ).map(({ outcome }) => outcome);
  return { ...whole, outcome: withSteps(whole.outcome, steps), steps };
}

/** Two infinite values do not differ: both runs diverged, or neither got there. */
export function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Pairs that rise, less pairs that fall. */
function trendOf(values: readonly number[], stance: (from: number, to: number) => Stance): number {
  let trend = 0;
  for (let to = 1; to < values.length; to++) {
    for (let from = 0; from < to; from++) {
      const one = stance(from, to);
      trend += Number(one === 'for') - Number(one === 'against');
    }
  }
  return trend;
}

function withSteps(outcome: Outcome, steps: readonly Outcome[]): Outcome {
  if (outcome === 'holds') return steps.includes('reversed') ? 'open' : outcome;
  if (outcome === 'reversed') return steps.includes('holds') ? 'open' : outcome;
  // Equal ends with something else between them are not all the same.
  if (outcome === 'no difference') return steps.every((step) => step === 'no difference') ? outcome : 'open';
  return outcome;
}
