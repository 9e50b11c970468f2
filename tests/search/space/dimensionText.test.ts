/** What a reader writes of a dimension. */
import { describe, expect, it } from 'vitest';
import { readDimension, textOfDimension } from '../../../src/search/space/dimensionText.ts';
import { chosenSearch, publishedChoice } from '../../../src/search/change/searchChoice.ts';
import type { Dimension } from '../../../src/search/space/space.ts';
import { searchOf } from '../specs.ts';

const range: Dimension = { kind: 'range', path: 'training.optimizer.learningRate', min: 0.0001, max: 10, scale: 'log', integer: false };
const hidden: Dimension = { kind: 'list', path: 'network.hidden', values: [[], [16, 16]] };
const joint: Dimension = {
  ...{ kind: 'list', path: 'size', values: ['2 × 16', 'wide'] },
  sets: [{ 'network.hidden': [16, 16] }, { 'network.hidden': [64] }],
};

const momenta: Dimension = {
  ...{ kind: 'list', path: 'training.optimizer' },
  values: [
    { name: 'sgd', momentum: 0.5, nesterov: true },
    { name: 'sgd', momentum: 0.9 },
  ],
};

describe('a dimension', () => {
  it.each([
    [range, '0.0001..10'],
    [hidden, 'none, 16-16'],
    [joint, '2 × 16, wide'],
    [momenta, 'sgd (momentum 0.5, nesterov true), sgd (momentum 0.9)'],
  ])('is written, and read back', (dimension, text) => {
    expect(textOfDimension(dimension)).toBe(text);
    expect(readDimension(dimension, text)).toEqual(dimension);
  });

  it.each([
    ['.5..1', [0.5, 1]],
    [' 1e-3 .. 2.5 ', [0.001, 2.5]],
    ['-1..1', [-1, 1]],
    // Whether it makes sense is for the schema to say.
    ['3..2', [3, 2]],
  ])('takes the ends %j', (text, [min, max]) => {
    expect(readDimension(range, text)).toEqual({ ...range, min, max });
  });

  it.each(['', '1', '..', '1..', '..1', 'a..b', '1..2..3', '1..Infinity', '1…2'])('does not take %j for a range', (text) => {
    expect(readDimension(range, text)).toEqual({ found: JSON.stringify(text), allowed: 'two numbers, as in 0.0001..10' });
  });

  it('takes values beyond the published ones, and of labels those that there are', () => {
    expect(readDimension(hidden, '8,4-4')).toEqual({ ...hidden, values: [[8], [4, 4]] });
    expect(readDimension(joint, 'wide')).toEqual({ ...joint, values: ['wide'], sets: [{ 'network.hidden': [64] }] });
    expect(readDimension(joint, 'wide, tall')).toMatchObject({ allowed: '2 × 16, wide' });
  });
});

describe('a search with another space', () => {
  const search = searchOf(
    {
      space: { 'network.activation': ['relu', 'tanh'], 'training.optimizer.learningRate': { min: 0.001, max: 1, scale: 'log' } },
      strategy: 'random',
      budget: { trials: 4 },
    },
    { verdict: [{ claim: 'It chooses relu.', chooses: { 'network.activation': ['relu'] } }] },
  );
  const chosen = (space: Record<string, string>) => chosenSearch(search, { ...publishedChoice(search), space: { ...publishedChoice(search).space, ...space } });

  it('is another one, and a claim about a value that is not searched any more is dropped', () => {
    const outcome = chosen({ 'network.activation': 'tanh, sigmoid' });
    expect(outcome).toMatchObject({ modified: true, search: { verdicts: [], space: [{ values: ['tanh', 'sigmoid'] }, { min: 0.001, max: 1 }] } });
  });

  it('keeps the claim where it can still be judged', () => {
    expect(chosen({ 'training.optimizer.learningRate': '0.01..0.1' })).toMatchObject({ search: { verdicts: [{ claim: 'It chooses relu.' }] } });
    expect(chosen({})).toEqual({ search, modified: false });
  });

  it('is refused dimension by dimension', () => {
    expect(chosen({ 'network.activation': 'swoosh', 'training.optimizer.learningRate': '1' })).toMatchObject({
      problems: [{ path: 'search.space.training.optimizer.learningRate' }],
    });
    expect(chosen({ 'network.activation': 'swoosh' })).toMatchObject({ problems: [{ path: 'search.space.network.activation[0]', found: '"swoosh"' }] });
    expect(chosen({ 'training.optimizer.learningRate': '0..1' })).toMatchObject({ problems: [{ allowed: 'a number above 0 on a log scale' }] });
  });
});
