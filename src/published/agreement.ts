/**
 * How often a single run would have said what a claim says: from the seeds of a recording that speak for it, against it, or for neither.
 * And how often a majority of three runs would have: three different seeds, drawn from those recorded.
 */
import type { Outcome } from '../words/verdictText.ts';
import type { Published } from './published.ts';

export interface AgreementRow {
  claim: string;
  experiment: string;
  outcome: Outcome;
  agree: number;
  against: number;
  /** Seeds in which the difference is smaller than what matters. */
  neither: number;
  seeds: number;
  /** Chance that at least two of three different seeds speak for the claim. */
  three: number;
}

/** `claims`: id of an experiment → numbers of its verdicts, from 1, in the order of the rows. Throws where there is no such verdict. */
export function agreement(claims: readonly { published: Published; verdicts: readonly number[] }[]): AgreementRow[] {
  return claims.flatMap(({ published: { experiment, recording }, verdicts }) =>
    verdicts.map((number) => {
      const judgement = recording.judgements[number - 1];
      if (!judgement) throw new Error(`<Agreement>: "${experiment.id}" has no verdict ${number}; there are ${recording.judgements.length}.`);
      const { claim, outcome, agree, against, seeds } = judgement;
      return { claim, experiment: experiment.id, outcome, agree, against, neither: seeds - agree - against, seeds, three: majorityOfThree(agree, seeds) };
    }),
  );
}

/** Of all triples of seeds, the share in which two or three are among the `agree` that speak for the claim; with at least three seeds. */
export function majorityOfThree(agree: number, seeds: number): number {
  const pairs = (agree * (agree - 1)) / 2;
  const triples = (pairs * (agree - 2)) / 3;
  return (pairs * (seeds - agree) + triples) / ((seeds * (seeds - 1) * (seeds - 2)) / 6);
}
