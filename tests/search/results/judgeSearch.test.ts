import { describe, expect, it } from 'vitest';
import type { SearchLog } from '../../../src/search/run/drive.ts';
import { judgeSearch } from '../../../src/search/results/judgeSearch.ts';
import type { Search } from '../../../src/search/search.ts';
import type { Trial } from '../../../src/search/run/trial.ts';
import { rates, searchOf } from '../specs.ts';

/** A trial at a learning rate, with its validation score and its score on the test split. */
function trial(rate: number, value: number, test = value): Trial {
  const work = { epochs: 1, updates: 10, examples: 100, multiplyAdds: 1000 };
  const proposal = { point: { 'training.optimizer.learningRate': rate }, share: 1 };
  return { proposal, values: [value], value, score: value, tests: [test], digests: [], work, trainingTime: 0 };
}

/** Seven seeds of each strategy; `of(seed)` gives the trials. */
function logs(search: Search, ...of: ((seed: number) => Trial[])[]): SearchLog[] {
  return search.strategies.flatMap((strategy, i) => [1, 2, 3, 4, 5, 6, 7].map((seed) => ({ strategy, seed, trials: of[i]!(seed), cancelled: false })));
}

const base = { space: rates, strategy: ['random', 'grid'], seeds: 7 };
const withTest = { split: { validation: 0.2, test: 0.2 } };

describe('a ranking', () => {
  it('takes each seed’s best, and how far the first is ahead of the last', () => {
    const search = searchOf(base, { ...withTest, verdict: { claim: 'a', ranking: ['random', 'grid'], matters: 0 } });
    // Random is ahead by 0.1 … 0.7 in seeds 1 to 7, so by 0.4 in the median.
    const judged = judgeSearch(search, logs(search, (seed) => [trial(0.1, 9), trial(0.01, 1 - seed / 10)], () => [trial(0.1, 1), trial(0.01, 2)])); // prettier-ignore
    expect(judged[0]).toMatchObject({ agree: 7, seeds: 7, outcome: 'holds', quantity: 'advantage in validation loss' });
    expect(judged[0]!.effect.median).toBeCloseTo(0.4, 12);
  });

  it('on the test split asks for the chosen setting’s score, not for the best there', () => {
    const search = searchOf(base, { ...withTest, verdict: { claim: 'a', ranking: ['random', 'grid'], on: 'test' } });
    // Random chooses by 0.5, which tests at 3; that another one would test at 0 does not help it. The grid tests at 1.
    const judged = judgeSearch(search, logs(search, () => [trial(0.1, 0.5, 3), trial(0.01, 0.6, 0)], () => [trial(0.1, 0.9, 1), trial(0.01, 2)])); // prettier-ignore
    expect(judged[0]).toMatchObject({ agree: 0, outcome: 'reversed', effect: { median: -2 }, quantity: 'advantage in test loss' });
  });

  it('gives both what the thriftier one spent', () => {
    const search = searchOf(base, { verdict: { claim: 'a', ranking: ['random', 'grid'] } });
    // The grid made one trial, so random search is judged by its first: 2 against 1.
    const judged = judgeSearch(search, logs(search, () => [trial(0.1, 2), trial(0.01, 0)], () => [trial(0.1, 1)])); // prettier-ignore
    expect(judged[0]).toMatchObject({ agree: 0, effect: { median: -1 } });
  });
});

describe('a choice', () => {
  it('is that of the best trial; the effect compares the best with and without', () => {
    const search = searchOf({ ...base, strategy: 'grid' }, { verdict: { claim: 'a', chooses: { 'training.optimizer.learningRate': [0.01] } } });
    // In seeds 1 to 6 the best has 0.01, ahead by 1; in seed 7 it is behind by 1.
    const judged = judgeSearch(
      search,
      logs(search, (seed) => [trial(0.1, 2), trial(0.01, seed < 7 ? 1 : 3)]),
    );
    expect(judged[0]).toMatchObject({ agree: 6, against: 1, seeds: 7, effect: { median: 1, low: -1, high: 1 } });
  });
});

it('a tuned comparison is judged seed by seed of its last trials', () => {
  const search = searchOf(
    { space: rates, strategy: { name: 'tuned', seeds: 1 }, seeds: 7 },
    { compare: { 'training.optimizer': ['sgd', 'adam'] }, verdict: { claim: 'a', ranking: ['adam', 'sgd'] } },
  );
  const compared = (arm: string, values: number[]): Trial => ({
    ...trial(0.1, 0),
    proposal: { point: {}, share: 1, arm, seeds: [1, 2, 3, 4, 5, 6, 7] },
    values,
  });
  const log: SearchLog = {
    ...{ strategy: search.strategies[0]!, seed: 1, cancelled: false },
    trials: [trial(0.1, 0), compared('sgd', [2, 2, 2, 2, 2, 2, 2]), compared('adam', [1, 1, 1, 1, 1, 1, 3])],
  };
  expect(judgeSearch(search, [log])[0]).toMatchObject({ agree: 6, seeds: 7, effect: { median: 1 } });
});
