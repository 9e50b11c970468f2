import { describe, expect, it } from 'vitest';
import { changeExperiment, type Change } from '../../../../src/experiments/change/change.ts';
import { describeChanges, describeRefusal } from '../../../../src/islands/experiment/draft/settingText.ts';
import { oneAxis } from '../../../figures/data.ts';

const published = oneAxis();

function changed(...changes: Change[]) {
  const result = changeExperiment(published, changes);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return describeChanges(published, result.experiment);
}

describe('describeChanges', () => {
  it('says nothing of the published experiment', () => {
    expect(describeChanges(published, published)).toEqual([]);
    expect(changed()).toEqual([]);
  });

  it('names each changed setting with both values', () => {
    expect(changed({ path: 'network.hidden', value: [8, 8] })).toEqual([{ path: 'network.hidden', label: 'hidden layers', value: '8, 8', published: '4' }]);
    expect(changed({ path: 'training.shuffle', value: false })).toEqual([{ path: 'training.shuffle', label: 'shuffle', value: 'no', published: 'yes' }]);
  });

  it('lists what came with a choice', () => {
    const changes = changed({ path: 'training.optimizer', value: 'sgd' });
    expect(changes[0]).toMatchObject({ path: 'training.optimizer', value: 'SGD', published: 'Adam' });
    expect(changes.find(({ path }) => path === 'training.optimizer.momentum')).toMatchObject({ value: '0', published: 'not there' });
  });
});

describe('describeChanges, of data for another task', () => {
  it('does not list what is not chosen and was not there', () => {
    // The published labels are classes, which are not scaled; those of a plane are numbers.
    const changes = changed({ path: 'dataset', value: 'plane' }, { path: 'training.loss', value: 'meanSquaredError' });
    expect(changes.map(({ path }) => path)).toContain('dataset');
    expect(changes.filter(({ value, published }) => value === 'none' && published === 'not there')).toEqual([]);
  });
});

describe('describeRefusal', () => {
  it('says which value and why, and shortens what is long', () => {
    const text = describeRefusal({ key: 'training.batchSize', value: '-5', why: 'allowed: a whole number from 1 to 1000000' });
    expect(text).toBe('The link’s value “-5” for training.batchSize was refused: allowed: a whole number from 1 to 1000000. The published value stands.');
    expect(describeRefusal({ key: 'colour', value: 'red', why: 'there is no such key', unknown: true })).toBe(
      'The link’s key “colour” means nothing here and was ignored.',
    );
    expect(describeRefusal({ key: 'k'.repeat(500), value: 'x'.repeat(500), why: 'no' }).length).toBeLessThan(260);
  });
});
