import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../../src/experiments/record/recording.ts';
import { EMPTY_HISTORY } from '../../../../src/experiments/train/history.ts';
import { parseExperiment } from '../../../../src/experiments/spec/spec.ts';
import type { Judgement } from '../../../../src/experiments/verdicts/verdict.ts';
import type { Ending, RunResult } from '../../../../src/experiments/train/result.ts';
import { offerOf } from '../../../../src/islands/experiment/report/offer.ts';
import { runReport, verdictLines } from '../../../../src/islands/experiment/report/runReport.ts';

const recording: Recording = { version: 2, experiment: 'x', spec: '', kernel: '', arms: [], judgements: [] };
const result = (seed: number, ending: Ending, data?: string): RunResult => ({
  arm: 'network',
  seed,
  engine: 'fused',
  ending,
  history: EMPTY_HISTORY,
  digest: '',
  trainingTime: 0,
  totalTime: 0,
  ...(data !== undefined && { data }),
});
const report = (results: RunResult[]) => runReport({ recording, results, judgements: [], unjudged: [], modified: true, engine: 'fused', allSeeds: false });
const missing: Ending = { state: 'failed', message: 'MNIST is not at hand.', missing: { dataset: 'mnist', offer: 'digits' } };

describe('runReport', () => {
  test('says once what the data were, where that depends on what was at hand', () => {
    expect(report([result(1, { state: 'finished' }, 'half of it'), result(2, { state: 'finished' }, 'half of it')])).toEqual([
      { kind: 'note', text: 'Data: half of it.' },
    ]);
    expect(report([result(1, { state: 'finished' })])).toEqual([]);
  });

  test('says once that data are missing, and of each other failure which run it was', () => {
    expect(report([result(1, missing), result(2, missing), result(3, { state: 'failed', message: 'It broke.' })])).toEqual([
      { kind: 'warning', text: 'MNIST is not at hand.' },
      { kind: 'warning', text: 'network, seed 3: failed. It broke.' },
    ]);
  });
});

test('what can stand in for missing data is offered, with as many examples', () => {
  const training = { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 10, epochs: 1 };
  const experiment = parseExperiment({ dataset: { name: 'mnist', examples: 300 }, network: { hidden: [] }, training }, 'x.yaml');
  expect(offerOf(experiment, [result(1, { state: 'finished' }), result(2, missing)])).toEqual({ name: 'digits', examples: 300 });
  expect(offerOf(experiment, [result(1, { state: 'finished' }), result(2, { state: 'failed', message: 'It broke.' })])).toBeUndefined();
});

describe('parts of a claim that changes have left without sense', () => {
  const judgement: Judgement = {
    claim: 'Three units enclose the circle.',
    ...{ outcome: 'holds', expected: 'holds', agree: 1, against: 0, seeds: 1, effect: { median: 0.1, low: 0, high: 1 } },
  };
  const lines = (judgements: Judgement[], unjudged: string[]) => verdictLines(judgements, unjudged, true, false).map(({ text }) => text);

  test('are named, and what is left speaks for itself alone', () => {
    expect(lines([judgement], ['Two cannot.', 'Four do.'])).toEqual([
      'With your changes:',
      'Three units enclose the circle: true in 1 of 1 seed.',
      'What cannot be judged with your changes: “Two cannot”; “Four do”.',
    ]);
    expect(lines([], ['Two cannot.'])).toEqual(['With your changes nothing of the claim can be judged: “Two cannot”.']);
  });

  test('are not spoken of where there are none, nor before a seed is judged', () => {
    expect(lines([judgement], [])).toEqual(['With your changes the claim is true in 1 of 1 seed.']);
    expect(lines([{ ...judgement, seeds: 0 }], ['Two cannot.'])).toEqual([]);
  });
});
