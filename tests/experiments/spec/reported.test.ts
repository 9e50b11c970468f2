import { describe, expect, it } from 'vitest';
import { changeExperiment } from '../../../src/experiments/change/change.ts';
import { specHash } from '../../../src/experiments/record/record.ts';
import type { SpecError } from '../../../src/experiments/spec/spec.ts';
import { parseExperiment, writeExperiment } from '../../../src/experiments/spec/spec.ts';

const spec = {
  title: 'Reported',
  claim: 'It is so.',
  sources: ['E7'],
  dataset: { name: 'circles', examples: 100 },
  split: { validation: 0.2 },
  network: { hidden: [4] },
  training: { loss: 'binaryCrossentropy', optimizer: { name: 'sgd', learningRate: 0.1 }, batchSize: 20, epochs: 2 },
  compare: { 'training.batchSize': [20, 40] },
  seeds: 7,
  verdict: { metric: 'loss', split: 'train', ascending: [20, 40] },
};
const figure = { arm: 20, split: 'validation', metric: 'loss', value: 0.5, source: 'E7' };
const parse = (reported: unknown[]) => parseExperiment({ ...spec, reported }, 'reported.yaml');
const problemsOf = (reported: unknown[]) => {
  try {
    parse(reported);
    return [];
  } catch (error) {
    return (error as SpecError).problems.map(({ path, allowed }) => `${path}: ${allowed}`);
  }
};

describe('what a source reports', () => {
  it('is kept with the experiment, and written again', () => {
    const experiment = parse([{ ...figure, sd: 0.1 }]);
    expect(experiment.reported).toEqual([{ ...figure, arm: '20', sd: 0.1 }]);
    expect(parseExperiment(writeExperiment(experiment), 'reported.yaml')).toEqual(experiment);
    expect(parseExperiment(spec, 'reported.yaml')).not.toHaveProperty('reported');
  });

  it('makes no recording stale', () => {
    expect(specHash(parse([figure]))).toBe(specHash(parseExperiment(spec, 'reported.yaml')));
  });

  it('is gone once a reader changes a setting', () => {
    const experiment = parse([figure]);
    expect(changeExperiment(experiment, [])).toMatchObject({ experiment: { reported: experiment.reported } });
    expect(changeExperiment(experiment, [{ path: 'training.epochs', value: 3 }])).not.toHaveProperty('experiment.reported');
  });

  it.each([
    [{ arm: 30 }, 'reported[0].arm: one of 20, 40'],
    [{ split: 'test' }, 'reported[0].split: a split that arm "20" has'],
    [{ metric: 'mae' }, 'reported[0].metric: one of loss, accuracy, which arm "20" reports of its validation split'],
    [{ metric: 'f1' }, 'reported[0].metric: one of loss, accuracy, which arm "20" reports of its validation split'],
    [{ source: 'E8' }, 'reported[0].source: one of sources: E7'],
  ])('is refused where there is nothing to compare it with: %j', (change, problem) => {
    expect(problemsOf([{ ...figure, ...change }])).toEqual([problem]);
  });
});
