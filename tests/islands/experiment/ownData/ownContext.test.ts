import { expect, test } from 'vitest';
import type { About } from '../../../../src/datasets/dataset.ts';
import { classKey, classTitle, featureTitle } from '../../../../src/figures/data/dataNames.ts';
import { ownContext } from '../../../../src/islands/experiment/ownData/ownContext.ts';

const about = (part: Partial<About>): About => ({ file: 'iris.csv', features: ['width'], label: 'kind', classes: [], remarks: [], ...part });

test('figures of own data have its names', () => {
  const flowers = ownContext({
    file: 'iris.csv',
    data: { name: 'inline', task: 'classification', x: [[1, 2]], y: [0], about: about({ features: ['width', 'length'], classes: ['setosa', 'virginica'] }) },
  });
  expect(classTitle(flowers, 1)).toBe('virginica');
  expect(featureTitle(flowers, 1)).toBe('length');
  expect(classKey(flowers)).toBe(' Classes: 0 is setosa, 1 is virginica.');
  // Other data have none.
  expect([classTitle({}, 1), featureTitle({}, 1), classKey({})]).toEqual(['class 1', 'x₂', '']);
});

test('of one feature to predict from, the points are shown, with their names', () => {
  expect(ownContext({ file: 'iris.csv', data: { name: 'inline', task: 'regression', x: [[1], [2]], y: [3, 4], about: about({}) } })).toEqual({
    features: ['width'],
    feature: 'width',
    label: 'kind',
    points: { x: [1, 2], y: [3, 4] },
  });
});
