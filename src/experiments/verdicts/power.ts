/**
 * How often the judge finds an effect that is there: normal effects whose mean is so many standard deviations above zero, over so many
 * seeds. What "how a claim is judged" prints, and tests/experiments/calibration.test.ts compares with the closed form.
 */
import type { Stream } from '../../kernel/random.ts';
import { OUTCOMES, type Outcome } from '../../words/verdictText.ts';
import { decide } from './decide.ts';

export interface PowerOptions {
  /** Mean of the effect in its standard deviations. */
  size: number;
  seeds: number;
  /** How many experiments are made up. */
  experiments: number;
  /** In standard deviations; by default nothing is too small. */
  matters?: number;
}

/** The share of experiments that come out in each way. */
export function outcomeShares({ size, seeds, experiments, matters = 0 }: PowerOptions, stream: Stream): Record<Outcome, number> {
  const shares = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (let i = 0; i < experiments; i++) {
    const effects = Array.from({ length: seeds }, () => size + stream.normal());
    shares[decide(effects, { side: { above: 0 }, matters, inAtLeast: 0.8 }).outcome] += 1 / experiments;
  }
  return shares;
}
