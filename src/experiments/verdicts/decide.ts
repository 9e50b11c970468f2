/**
 * The outcome of a claim, from what each seed gives. All four follow from one rule:
 *
 * holds:          at least `inAtLeast` of the seeds speak for the claim, and the interval of the median effect lies on its side.
 * reversed:       the opposite holds, by the same rule.
 * no difference:  the interval lies within the smallest difference that matters.
 * open:           anything else; always with fewer seeds than an interval needs.
 *
 * Where the median effect is truly zero, or at the bound, `holds` and `reversed` each come out in at most 1 % of experiments: the
 * interval alone sees to it, whatever the spread (medianInterval.ts). tests/experiments/calibration.test.ts tries it.
 */
import { FEWEST_SEEDS, medianInterval, type Interval } from '../../statistics/medianInterval.ts';
import type { Outcome } from '../../words/verdictText.ts';
import { shownBy, stanceOf, type Side, type Stance } from './side.ts';

export interface Decision {
  outcome: Outcome;
  /** Seeds that speak for the claim, and against it. */
  agree: number;
  against: number;
  effect: Interval;
}

/** `effects`: one per seed. `stances`: what each seed says, where that is more than the side of its effect. */
export function decide(
  effects: readonly number[],
  { side, matters, inAtLeast, stances = effects.map((effect) => stanceOf(effect, side, matters)) }: Rule,
): Decision {
  const [agree, against] = [count(stances, 'for'), count(stances, 'against')];
  const effect = medianInterval(effects);
  return { outcome: outcomeOf(), agree, against, effect };

  function outcomeOf(): Outcome {
    if (effects.length < FEWEST_SEEDS) return 'open';
    // Counts, not shares: 1 − 0.8 is a hair below 0.2 in floating point.
    const needed = Math.ceil(inAtLeast * effects.length - 1e-9);
    const shown = shownBy(effect, side, matters);
    if (shown.for && agree >= needed) return 'holds';
    if (shown.against && against >= needed) return 'reversed';
    return shown.none ? 'no difference' : 'open';
  }
}

export interface Rule {
  side: Side;
  /** Smallest difference that matters, in the units of the effect. */
  matters: number;
  /** Share of the seeds, in (0.5, 1]. */
  inAtLeast: number;
  stances?: readonly Stance[];
}

function count(stances: readonly Stance[], which: Stance): number {
  return stances.filter((stance) => stance === which).length;
}
