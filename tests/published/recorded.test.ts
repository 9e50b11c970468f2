import { describe, expect, it } from 'vitest';
import { recorded, type RecordedRequest } from '../../src/published/recorded.ts';
import type { ArmRecording, Recording } from '../../src/experiments/record/recording.ts';

function arm(label: string, losses: (number | null)[]): ArmRecording {
  return {
    label,
    labels: { batch: label },
    parameterCount: 354,
    updates: 6000,
    epochs: 150,
    examplesSeen: 300_000,
    runs: losses.map((loss, index) => ({
      seed: index + 1,
      ending: loss === null ? 'diverged' : 'finished',
      digest: 'd',
      final: { 'train.loss': loss },
      best: { 'train.loss': loss === null ? null : loss / 2 },
    })),
    curve: { step: [], epoch: [], median: [], low: [], high: [], first: [] },
  };
}

const recording: Recording = {
  version: 2,
  experiment: 'test',
  spec: '',
  kernel: '',
  arms: [arm('50', [2, 4, 9]), arm('250', [8, 8, 8]), arm('wild', [1, null, null])],
  judgements: [
    { claim: 'a', outcome: 'holds', expected: 'holds', agree: 18, against: 2, seeds: 20, effect: { median: 0.0125, low: 0.011, high: 0.014 } },
    { claim: 'b', outcome: 'reversed', expected: 'reversed', agree: 0, against: 20, seeds: 20, effect: { median: null, low: null, high: null } },
  ],
};
const ask = (request: RecordedRequest) => recorded(recording, request);
const loss = { arm: '50', metric: 'train.loss' };

describe('recorded', () => {
  it('gives statistics over the seeds', () => {
    // 2, 4, 9: median 4, mean 5, sd √((9 + 1 + 16)/2) = 3.606, quartiles at ranks 0.5 and 1.5: 3 and 6.5.
    expect(ask(loss)).toBe('4.00');
    expect(ask({ ...loss, as: 'mean±sd' })).toBe('5.00 ± 3.61');
    expect(ask({ ...loss, as: 'quartiles', digits: 2 })).toBe('3.0 to 6.5');
    expect(ask({ ...loss, as: 'max', digits: 1 })).toBe('9');
    expect(ask({ ...loss, at: 'best' })).toBe('2.00');
    expect(ask({ arm: '250', metric: 'train.loss', over: '50', digits: 2 })).toBe('2.0');
    // 8 − 2, 8 − 4, 8 − 9: median 4, sd √((9 + 1 + 16)/2).
    expect(ask({ arm: '250', metric: 'train.loss', minus: '50' })).toBe('4.00');
    expect(ask({ arm: '250', metric: 'train.loss', minus: '50', as: 'sd' })).toBe('3.61');
    expect(ask({ ...loss, as: 'share', below: 5 })).toBe('2 of 3');
    expect(ask({ ...loss, as: 'seeds' })).toBe('3');
  });

  it('gives when the median curve first crosses a level, from either side', () => {
    const curve = { step: [0, 10, 20, 30], epoch: [0, 1, 2, 3], median: [1, 0.5, 0.09, 0.2], low: [], high: [], first: [] };
    const falling = { ...recording, arms: [{ ...arm('50', [2]), curve }] };
    expect(recorded(falling, { arm: '50', level: 0.1 })).toBe('20');
    expect(recorded(falling, { arm: '50', level: 0.5 })).toBe('10');
    const rising = { ...recording, arms: [{ ...arm('50', [2]), curve: { ...curve, median: [0.1, 0.5, 0.8, 0.9] } }] };
    expect(recorded(rising, { arm: '50', level: 0.6 })).toBe('20');
    expect(() => recorded(falling, { arm: '50', level: 0.01 })).toThrow('the median curve of arm "50" does not cross 0.01');
  });

  it('gives when early stopping stopped, and which epoch was best', () => {
    const runs = arm('50', [1, 2, 3]).runs.map((run, index) => ({ ...run, stop: { epoch: 10 * run.seed, best: index + 1, stopped: true, restored: true } }));
    const stopped = { ...recording, arms: [{ ...arm('50', []), runs }] };
    expect(recorded(stopped, { arm: '50', metric: 'stop.epoch', digits: 2 })).toBe('20');
    expect(recorded(stopped, { arm: '50', metric: 'stop.best', as: 'max', digits: 1 })).toBe('3');
    expect(() => ask({ arm: '50', metric: 'stop.epoch' })).toThrow(/early stopping/);
  });

  it.each(['accuracy', 'r2', 'f1'])('counts a diverged run as the worst also where more is better: %s', (metric) => {
    const key = `validation.${metric}`;
    const wild = arm('wild', [1, null, null]);
    // Of 0.9 and two runs that diverged, −∞ each, the median is −∞ and the largest 0.9.
    const runs = wild.runs.map((run, index) => ({ ...run, final: { [key]: index === 0 ? 0.9 : null } }));
    const better = (as: 'max' | 'median') => recorded({ ...recording, arms: [{ ...wild, runs }] }, { arm: 'wild', metric: key, as });
    expect(better('max')).toBe('0.900');
    expect(better('median')).not.toBe(better('max'));
    expect(better('median')).toContain('∞');
  });

  it('counts a diverged run as the worst value', () => {
    const wild = { arm: 'wild', metric: 'train.loss' };
    expect(ask(wild)).toBe('∞');
    expect(ask({ ...wild, as: 'diverged' })).toBe('2 of 3');
    expect(ask({ ...wild, as: 'share', below: 5 })).toBe('1 of 3');
  });

  it('gives facts about an arm', () => {
    expect(ask({ arm: '50', fact: 'updates' })).toBe('6000');
    expect(ask({ arm: '50', fact: 'examplesSeen' })).toBe('300\u202f000');
  });

  it('gives what a verdict says', () => {
    expect(ask({ verdict: 1 })).toBe('18 of 20');
    expect(ask({ verdict: 1, as: 'share' })).toBe('90.0 %');
    expect(ask({ verdict: 1, as: 'effect' })).toBe('0.0125');
    expect(ask({ verdict: 1, as: 'interval', digits: 2 })).toBe('0.011 to 0.014');
    expect(ask({ verdict: 2, as: 'outcome' })).toBe('reversed');
  });

  it('stops the build, with what there is, on anything unknown', () => {
    expect(() => ask({ arm: '51', metric: 'train.loss' })).toThrow('<Recorded experiment="test">: arm "51" is not in the recording; there is: 50, 250, wild.');
    expect(() => ask({ ...loss, metric: 'loss' })).toThrow('metric "loss" is not in the recording; there is: train.loss.');
    expect(() => ask({ ...loss, over: '51' })).toThrow('over "51"');
    expect(() => ask({ ...loss, minus: '51' })).toThrow('minus "51"');
    expect(() => ask({ ...loss, as: 'average' })).toThrow('as "average"');
    expect(() => ask({ ...loss, at: 'last' })).toThrow('at "last"');
    expect(() => ask({ ...loss, as: 'share' })).toThrow('needs below={…} or above={…}');
    expect(() => ask({ arm: '50', fact: 'weights' })).toThrow('fact "weights"');
    expect(() => ask({ verdict: 3 })).toThrow('verdict "3" is not in the recording; there is: 1, 2.');
    expect(() => ask({ verdict: 2, as: 'effect' })).toThrow('because runs diverged');
  });
});
