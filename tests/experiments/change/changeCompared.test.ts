import { describe, expect, test } from 'vitest';
import { changeExperiment } from '../../../src/experiments/change/change.ts';
import { decodeHash, encodeHash } from '../../../src/experiments/change/share.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import { circlesExperiment } from '../examples.ts';

const published = circlesExperiment({
  compare: {
    optimizer: [
      { label: 'SGD, plain', set: { 'training.optimizer': 'sgd' } },
      { label: 'Adam', set: { 'training.optimizer': 'adam' } },
    ],
    'training.batchSize': [10, 20],
  },
  seeds: 3,
  verdict: { metric: 'loss', split: 'train', ascending: ['10', '20'], where: { optimizer: 'Adam' } },
});
const change = (path: string, value: string[]) => changeExperiment(published, [{ path, value }]);
const changed = (path: string, value: string[]): Experiment => {
  const result = change(path, value);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.experiment;
};
const labels = (experiment: Experiment) => experiment.arms.map(({ label }) => label);

describe('what is compared', () => {
  test('can lose values and gain others', () => {
    expect(labels(changed('compare.optimizer', ['Adam']))).toEqual(['Adam · 10', 'Adam · 20']);
    const more = changed('compare.training.batchSize', ['5', '20']);
    expect(labels(more)).toEqual(['SGD, plain · 5', 'SGD, plain · 20', 'Adam · 5', 'Adam · 20']);
    expect(more.arms.map(({ configuration }) => configuration.training.batchSize)).toEqual([5, 20, 5, 20]);
  });

  test('drops verdicts that name what is gone, and keeps those that still make sense', () => {
    expect(changed('compare.training.batchSize', ['5', '20']).verdicts).toEqual([]);
    expect(changed('compare.training.batchSize', ['10', '20', '40']).verdicts).toHaveLength(1);
    expect(changed('compare.optimizer', ['Adam']).verdicts).toHaveLength(1);
  });

  test('refuses what cannot be, and says what can', () => {
    expect(change('compare.optimizer', ['Nadam'])).toEqual({
      problems: [{ path: 'compare.optimizer', found: '"Nadam"', allowed: 'SGD, plain, Adam' }],
    });
    expect(change('compare.training.batchSize', [])).toMatchObject({ problems: [{ found: 'no value', allowed: 'at least one' }] });
    expect(change('compare.training.batchSize', ['10', '10'])).toMatchObject({ problems: [{ found: '"10" twice' }] });
    expect(change('compare.training.batchSize', ['10', '-3'])).toHaveProperty('problems');
    expect(change('compare.nothing', ['1'])).toMatchObject({
      problems: [{ path: 'compare.nothing', allowed: 'compare.optimizer, compare.training.batchSize' }],
    });
  });

  test('stays within 2,000 runs', () => {
    const many = Array.from({ length: 1001 }, (_, index) => String(index + 1));
    expect(change('compare.training.batchSize', many)).toMatchObject({
      problems: [{ path: 'compare', found: '2 × 1001 = 2002 networks', allowed: expect.stringContaining('at most 2000 runs') as string }],
    });
  });

  test('travels in a link, with labels that hold commas', () => {
    const own = changeExperiment(published, [
      { path: 'compare.optimizer', value: ['SGD, plain'] },
      { path: 'compare.training.batchSize', value: ['10', '40'] },
    ]);
    if ('problems' in own) throw new Error('It can be.');
    const hash = encodeHash(published, own.experiment);
    expect(hash).toContain('&compare.training.batchSize=10~40');
    const shared = decodeHash(hash, published);
    expect(shared.refused).toEqual([]);
    expect(labels(shared.experiment)).toEqual(labels(own.experiment));
    expect(encodeHash(published, published)).not.toContain('compare');
  });

  test('a link that asks for what cannot be is refused, value by value', () => {
    const { refused, experiment } = decodeHash(`#v=1&experiment=${published.id}&compare.optimizer=Nadam&compare.training.batchSize=5~10`, published);
    expect(refused).toMatchObject([{ key: 'compare.optimizer', value: 'Nadam' }]);
    expect(labels(experiment)).toEqual(['SGD, plain · 5', 'SGD, plain · 10', 'Adam · 5', 'Adam · 10']);
  });
});
