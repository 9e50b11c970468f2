import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../../src/experiments/record/recording.ts';
import type { Ending, RunResult } from '../../../../src/experiments/train/result.ts';
import type { Judgement } from '../../../../src/experiments/verdicts/verdict.ts';
import { describeReproduction, reproduction } from '../../../../src/islands/experiment/report/reproduction.ts';
import { runReport, type Finished } from '../../../../src/islands/experiment/report/runReport.ts';
import { describeJudgement } from '../../../../src/words/verdictText.ts';
import { history } from '../../../figures/data.ts';

function result(seed: number, digest: string, loss: number, ending: Ending = { state: 'finished' }): RunResult {
  return { arm: '10', seed, engine: 'fused', ending, history: history([1, loss]), digest, trainingTime: 1, totalTime: 1 };
}

const recording = {
  version: 2,
  experiment: 'test',
  spec: '',
  kernel: '',
  judgements: [],
  arms: [
    {
      label: '10',
      labels: {},
      parameterCount: 1,
      updates: 1,
      epochs: 1,
      examplesSeen: 1,
      curve: { step: [], epoch: [], median: [], low: [], high: [], first: [] },
      runs: [1, 2].map((seed) => ({ seed, ending: 'finished', digest: `d${seed}`, final: { 'train.loss': 0.5 }, best: { 'train.loss': 0.5 } })),
    },
  ],
} satisfies Recording;

const judgement: Judgement = {
  claim: 'It rises.',
  outcome: 'holds',
  expected: 'holds',
  agree: 7,
  against: 0,
  seeds: 7,
  effect: { median: 1, low: 0.5, high: 2 },
};
const finished: Finished = {
  recording,
  results: [result(1, 'd1', 0.5)],
  judgements: [judgement],
  unjudged: [],
  modified: false,
  engine: 'fused',
  allSeeds: false,
};

describe('reproduction', () => {
  it('compares digests, seed by seed', () => {
    expect(reproduction(recording, [result(1, 'd1', 0.5), result(2, 'd2', 0.5)])).toMatchObject({ compared: 2, identical: 2 });
  });

  it('measures how far off the final values are', () => {
    const outcome = reproduction(recording, [result(1, 'd1', 0.5), result(2, 'other', 0.75)]);
    expect(outcome).toMatchObject({ compared: 2, identical: 1, largest: { key: 'train.loss', absolute: 0.25 } });
    expect(describeReproduction(outcome, () => 'training loss')).toBe('1 run of 2 bit for bit as recorded; the others differ by at most 0.25 (training loss).');
  });

  it('never takes a missing digest for a match', () => {
    expect(reproduction(recording, [result(1, '', 0.5)])).toMatchObject({ compared: 1, identical: 0 });
  });

  it('leaves out seeds and runs that the recording cannot speak of', () => {
    const outcome = reproduction(recording, [
      result(3, 'd3', 0.5),
      result(1, '', 0.9, { state: 'cancelled' }),
      result(2, '', 0.9, { state: 'failed', message: 'x' }),
    ]);
    expect(outcome.compared).toBe(0);
    expect(describeReproduction(outcome, String)).toBeUndefined();
  });

  it('counts runs that ended in another way', () => {
    const outcome = reproduction(recording, [result(1, 'x', 9, { state: 'diverged', step: 3, explanation: '' })]);
    expect(outcome.otherEnding).toBe(1);
    expect(describeReproduction(outcome, () => 'training loss')).toContain('1 run ended differently.');
  });
});

describe('runReport', () => {
  const interval = ', median effect: 1.00 (98\u202f% interval 0.500 to 2.00)';
  const textOf = (changes: Partial<Finished>) => runReport({ ...finished, ...changes }).map(({ text }) => text);

  it('says that the recorded run is reproduced', () => {
    expect(textOf({})).toEqual([`In this run the claim is true in 7 of 7 seeds${interval}.`, 'Reproduces the recorded run bit for bit (1 run compared).']);
  });

  it('gives a verdict over all the seeds of the recording alone', () => {
    expect(textOf({ allSeeds: true })[0]).toBe('In this run the claim holds in 7 of 7 seeds.');
  });

  it('never speaks of the recording, nor gives a verdict, when something was changed', () => {
    const lines = textOf({ modified: true, allSeeds: true });
    expect(lines).toEqual([`With your changes the claim is true in 7 of 7 seeds${interval}.`]);
  });

  it('says nothing of an interval over fewer than seven seeds', () => {
    expect(textOf({ judgements: [{ ...judgement, agree: 3, seeds: 4 }] })[0]).toBe('In this run the claim is true in 3 of 4 seeds.');
  });

  it('lists several claims one by one', () => {
    expect(textOf({ judgements: [judgement, { ...judgement, claim: 'It falls.', agree: 0 }] }).slice(0, 3)).toEqual([
      'In this run:',
      `It rises: true in 7 of 7 seeds${interval}.`,
      `It falls: true in 0 of 7 seeds${interval}.`,
    ]);
  });

  it('calls seeds that were not recorded a replication', () => {
    expect(textOf({ results: [result(21, 'x', 0.4)] })[1]).toBe('These seeds are not in the recording: this is an independent replication.');
  });

  it('explains runs that diverged, failed or were cancelled, a few of them one by one', () => {
    const diverged = Array.from({ length: 5 }, (_, index) =>
      result(index + 30, '', 1, { state: 'diverged', step: 7, explanation: 'Diverged at step 7: the loss was no longer a finite number.' }),
    );
    const lines = textOf({ results: [...diverged, result(1, '', 1, { state: 'cancelled' })], judgements: [] });
    expect(lines).toContain('10, seed 30: Diverged at step 7: the loss was no longer a finite number.');
    expect(lines).toContain('… and 2 more runs like these.');
    expect(lines).toContain('Cancelled: 1 of 6 runs were not carried to their end and are not judged.');
  });
});

describe('describeJudgement', () => {
  it('is honest about each outcome', () => {
    expect(describeJudgement({ outcome: 'holds', agree: 20, against: 0, seeds: 20 })).toBe('holds in 20 of 20 seeds');
    expect(describeJudgement({ outcome: 'reversed', agree: 2, against: 17, seeds: 20 })).toBe('the opposite holds in 17 of 20 seeds');
    expect(describeJudgement({ outcome: 'no difference', agree: 3, against: 2, seeds: 20 })).toBe('no difference that matters: true in 3 of 20 seeds');
    expect(describeJudgement({ outcome: 'open', agree: 1, against: 0, seeds: 1 })).toBe('open: true in 1 of 1 seed');
  });

  it('tells the effect where it has a name of its own', () => {
    const effect = { median: 12, low: -8.25, high: 15 };
    const judgement = { outcome: 'holds' as const, agree: 20, against: 0, seeds: 20, effect };
    expect(describeJudgement({ ...judgement, quantity: 'delay in epochs' })).toBe(
      'holds in 20 of 20 seeds, median delay in epochs: 12.0 (98\u202f% interval −8.25 to 15.0)',
    );
    expect(describeJudgement(judgement)).toBe('holds in 20 of 20 seeds');
    expect(describeJudgement({ ...judgement, quantity: '' })).toBe('holds in 20 of 20 seeds');
  });
});
