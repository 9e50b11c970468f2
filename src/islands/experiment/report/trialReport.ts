/** What is said of a trial: while it grows, and when it is over. */
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { IslandData } from '../state/islandData.ts';
import type { Offer, ReportLine } from '../state/islandState.ts';
import { offerOf } from './offer.ts';
import { resultInShort } from './resultInShort.ts';
import { runReport, verdictLines } from './runReport.ts';
import type { Trial } from '../trial/trial.ts';

export class TrialReport {
  readonly #data: IslandData;
  readonly #trial: Trial;

  constructor(data: IslandData, trial: Trial) {
    this.#data = data;
    this.#trial = trial;
  }

  /** Over the seeds that are complete so far. */
  soFar(judgements: Judgement[]): ReportLine[] {
    return verdictLines(judgements, this.#unjudged(), this.#trial.modified, false);
  }

  whole(judgements: Judgement[]): { lines: ReportLine[]; short: string | undefined; offer: Offer | undefined } {
    const { experiment: published, recording } = this.#data;
    const { experiment, modified, engine, seeds } = this.#trial;
    const results = this.#trial.results.filter((result) => result !== undefined);
    const ended = results.every(({ ending }) => ending.state === 'finished' || ending.state === 'diverged');
    const allSeeds = seeds[0] === 1 && seeds.length === published.seeds && ended;
    return {
      lines: runReport({ recording, results, judgements, unjudged: this.#unjudged(), modified, engine, allSeeds }),
      short: resultInShort(judgements, results, allSeeds && !modified),
      offer: offerOf(experiment, results),
    };
  }

  #unjudged(): string[] {
    const judged = new Set(this.#trial.experiment.verdicts.map(({ claim }) => claim));
    return this.#data.experiment.verdicts.flatMap(({ claim }) => (judged.has(claim) ? [] : [claim]));
  }
}
