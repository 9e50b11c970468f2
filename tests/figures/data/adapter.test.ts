import { describe, expect, it } from 'vitest';
import type { ArmRecording, Recording } from '../../../src/experiments/record/recording.ts';
import { axisTitle, fromRecording, fromRuns, type ArmFacts } from '../../../src/figures/data/adapter.ts';
import { circlesExperiment } from '../../experiments/examples.ts';
import { liveRun, oneAxis, twoAxes } from '../data.ts';

const facts = new Map<string, ArmFacts>();

describe('layout', () => {
  it('tells the axis that the verdict orders apart by colour, and makes panels of the other', () => {
    const experiment = twoAxes();
    const data = fromRuns(experiment, experiment.arms, [], facts);
    expect(data.series).toEqual({ name: 'batch size', labels: ['10', '20'] });
    expect(data.facets).toEqual({ name: 'optimizer', labels: ['sgd', 'adam'] });
    expect(data.arms.map(({ label, series, facet }) => [label, series, facet])).toEqual([
      ['sgd · 10', 0, 0],
      ['sgd · 20', 1, 0],
      ['adam · 10', 0, 1],
      ['adam · 20', 1, 1],
    ]);
  });

  it('without an order takes the first axis, and without axes makes one panel of one series', () => {
    const unordered = twoAxes({ verdict: [] });
    expect(fromRuns(unordered, unordered.arms, [], facts).series.name).toBe('optimizer');
    const plain = circlesExperiment();
    const data = fromRuns(plain, plain.arms, [], facts);
    expect([data.series.labels, data.facets.labels, data.arms.length]).toEqual([[''], [''], 1]);
  });

  it('names axes in words', () => {
    expect(axisTitle('training.batchSize')).toBe('batch size');
    expect(axisTitle('network.hidden')).toBe('hidden units');
    expect(axisTitle('batch size, rate')).toBe('batch size, rate');
  });
});

describe('live runs', () => {
  const experiment = oneAxis({ show: { metric: 'loss', split: 'train', scale: 'linear', x: 'step' } });

  it('give median and quartiles over the seeds at each point', () => {
    const runs = [liveRun('10', 1, [8, 1]), liveRun('10', 2, [4, 3]), liveRun('10', 3, [6, 2])];
    const [arm] = fromRuns(experiment, experiment.arms, runs, facts).arms;
    // Of 4, 6, 8 the median is 6; quartiles lie at rank 0.25 · (3 − 1) = 0.5 and at 1.5 (R's type 7, NumPy's default): 5 and 7.
    expect(arm?.curve).toEqual({ step: [0, 10], epoch: [0, 1], x: [0, 10], median: [6, 2], low: [5, 1.5], high: [7, 2.5] });
  });

  it('show points that only some runs have reached, over those', () => {
    const runs = [liveRun('10', 1, [8, 1]), liveRun('10', 2, [4], undefined)];
    const [arm] = fromRuns(experiment, experiment.arms, runs, facts).arms;
    expect(arm?.curve).toEqual({ step: [0, 10], epoch: [0, 1], x: [0, 10], median: [6, 1] });
  });

  it('give a diverged run no final value, whatever it last had', () => {
    const diverged = liveRun('10', 1, [8, 1e30], { state: 'diverged', step: 12, explanation: '' });
    const [arm] = fromRuns(experiment, experiment.arms, [diverged], facts).arms;
    expect(arm?.runs).toEqual([{ seed: 1, ending: 'diverged', final: { 'train.loss': NaN } }]);
  });

  it('keep first and last point of a long history, and not every one between', () => {
    const losses = Array.from({ length: 5001 }, (_, index) => 5001 - index);
    const [arm] = fromRuns(experiment, experiment.arms, [liveRun('10', 1, losses)], facts).arms;
    expect(arm?.curve.x[0]).toBe(0);
    expect(arm?.curve.x.at(-1)).toBe(50_000);
    expect(arm?.curve.median.at(-1)).toBe(1);
    expect(arm?.curve.x.length).toBeLessThanOrEqual(122);
  });

  it('take the median of fitted functions point by point', () => {
    const fits = [
      [1, 9],
      [2, 8],
      [6, 7],
    ].map((y, index) => ({ ...liveRun('10', index + 1, [1]), fit: { x: [0, 1], y } }));
    expect(fromRuns(experiment, experiment.arms, fits, facts).arms[0]?.fit).toEqual({ x: [0, 1], y: [2, 8] });
  });

  it('count examples by the arm’s own epoch', () => {
    const byExample = oneAxis({ show: { metric: 'loss', split: 'train', scale: 'linear', x: 'example' } });
    const counts = new Map([['10', { parameterCount: 22, updates: 24, epochs: 3, examplesSeen: 240 }]]);
    const [arm] = fromRuns(byExample, byExample.arms, [liveRun('10', 1, [3, 2])], counts).arms;
    expect(arm?.curve.x).toEqual([0, 80]);
  });
});

describe('a recording', () => {
  const experiment = oneAxis();
  const arm = (label: string): ArmRecording => ({
    label,
    labels: { 'training.batchSize': label },
    parameterCount: 22,
    updates: 24,
    epochs: 3,
    examplesSeen: 240,
    runs: [
      { seed: 1, ending: 'finished', digest: 'a', final: { 'train.loss': 0.5 }, best: { 'train.loss': 0.5 } },
      { seed: 2, ending: 'diverged', digest: 'b', final: { 'train.loss': null }, best: { 'train.loss': null } },
    ],
    curve: { step: [0, 8], epoch: [0, 1], median: [1, 0.5], low: [1, 0.4], high: [1, 0.6], first: [1, 0.5] },
  });
  const recording: Recording = { version: 2, experiment: experiment.id, spec: '', kernel: '', arms: [arm('10'), arm('20')], judgements: [] };

  it('shows a value that JSON could not hold as not a number', () => {
    expect(fromRecording(experiment, recording).arms[0]?.runs[1]).toEqual({ seed: 2, ending: 'diverged', final: { 'train.loss': NaN } });
  });

  it('has no band over fewer than three seeds', () => {
    expect(fromRecording(experiment, recording).arms[0]?.curve.low).toBeUndefined();
  });

  it('carries the counts of the table and the bounds of the verdicts', () => {
    const bounded = oneAxis({ verdict: [{ metric: 'loss', split: 'train', below: 0.25 }] });
    const data = fromRecording(bounded, recording);
    expect(data.arms[1]?.facts).toEqual({ parameterCount: 22, updates: 24, epochs: 3, examplesSeen: 240 });
    expect(data.thresholds).toEqual([0.25]);
  });
});
