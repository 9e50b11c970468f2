import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../../src/experiments/record/recording.ts';
import { EMPTY_HISTORY } from '../../../../src/experiments/train/history.ts';
import { parseExperiment } from '../../../../src/experiments/spec/spec.ts';
import type { Ending, RunResult } from '../../../../src/experiments/train/result.ts';
import { offerOf } from '../../../../src/islands/experiment/report/offer.ts';
import { runReport } from '../../../../src/islands/experiment/report/runReport.ts';

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
const report = (results: RunResult[]) => runReport({ recording, results, judgements: [], modified: true, engine: 'fused', allSeeds: false });
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
