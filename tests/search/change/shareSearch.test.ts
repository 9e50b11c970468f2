/** Links of searches: there and back, and what anyone may write into an address. */
import { describe, expect, it } from 'vitest';
import { publishedChoice } from '../../../src/search/change/searchChoice.ts';
import { decodeSearchHash, encodeSearchHash } from '../../../src/search/change/shareSearch.ts';
import { searchOf as idOf } from '../../../src/search/change/searchLink.ts';
import { rates, searchOf } from '../specs.ts';

/** 60 examples, of which 48 are not for testing. */
const space = {
  ...rates,
  'training.optimizer.beta1': { min: 0.5, max: 0.9 },
  size: [
    { label: 'narrow', set: { 'network.hidden': [2] } },
    { label: 'wide', set: { 'network.hidden': [8] } },
  ],
};
const search = searchOf({ space, strategy: ['random', 'bayesian'], budget: { trials: 6 } }, { split: { test: 0.2, validation: 0.2 } });
const published = publishedChoice(search);
const decode = (rest: string) => decodeSearchHash(`#search=test&v=1${rest}`, search);

describe('a link', () => {
  it('of the published search holds its name alone', () => {
    expect(encodeSearchHash(search, published, 1)).toBe('#search=test&v=1');
    expect(decode('')).toEqual({ choice: published, seed: 1, refused: [] });
  });

  it.each([
    [{ ...published, strategy: 'random', budget: '40', folds: '4' }, 7, '&strategy=random&budget=40&folds=4&seed=7'],
    [{ ...published, budget: '3' }, 1, '&budget=3'],
    [{ ...published, space: { ...published.space, 'training.optimizer.learningRate': '0.002,0.1' } }, 1, '&space.lr=0.002,0.1'],
    [{ ...published, space: { ...published.space, 'training.optimizer.beta1': '0.8..0.99' } }, 1, '&space.training.optimizer.beta1=0.8..0.99'],
    [{ ...published, space: { ...published.space, size: 'wide' } }, 1, '&space.size=wide'],
  ])('carries %o', (choice, seed, text) => {
    const hash = encodeSearchHash(search, choice, seed);
    expect(hash).toBe(`#search=test&v=1${text}`);
    expect(decodeSearchHash(hash, search)).toEqual({ choice, seed, refused: [] });
  });

  it('can take folds, and the choice of one strategy, back', () => {
    const folded = searchOf({ space: rates, strategy: 'random', folds: 3 });
    const hash = encodeSearchHash(folded, { ...publishedChoice(folded), folds: '' }, 1);
    expect(hash).toBe('#search=test&v=1&folds=none');
    expect(decodeSearchHash(hash, folded).choice.folds).toBe('');
    expect(decode('&strategy=all').choice.strategy).toBe('');
  });

  it('is no anchor of a heading, and no link of an experiment', () => {
    expect(idOf('#search-greedy')).toBeUndefined();
    expect(idOf('#v=1&experiment=test&search=test')).toBeUndefined();
    expect(idOf('#search=test&v=1')).toBe('test');
    expect(decodeSearchHash('#searching', search).refused).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['&budget=0', 'budget', 'a whole number from 1'],
    ['&budget=1.5', 'budget', 'a whole number'],
    ['&budget=1e99', 'budget', 'a whole number'],
    ['&budget=99999999', 'budget', 'from 1 to'],
    ['&folds=1', 'folds', 'at least 2'],
    ['&folds=49', 'folds', '2 to 48'],
    ['&strategy=grid', 'strategy', 'allowed: all, random, bayesian'],
    ['&seed=0', 'seed', 'from 1 to 4294967295'],
    ['&seed=-1', 'seed', 'whole number'],
    ['&budget=3&budget=4', 'budget', 'more than once'],
    ['&space.lr=', 'space.lr', 'at least one'],
    ['&space.lr=-1', 'space.lr', 'a number'],
    ['&space.lr=0.1,0.1', 'space.lr', 'each value once'],
    ['&space.size=huge', 'space.size', 'narrow, wide'],
    ['&space.training.optimizer.beta1=0.5', 'space.training.optimizer.beta1', 'two numbers, as in 0.5..0.9'],
    ['&space.training.optimizer.beta1=0.9..0.5', 'space.training.optimizer.beta1', 'min below max'],
    ['&space.training.optimizer.beta1=0..2', 'space.training.optimizer.beta1', 'from 0'],
    ['&space.network.hidden=2', 'space.network.hidden', 'no such key'],
    ['&space.…=2', 'space.…', 'no such key'],
  ])('%s stays as published', (text, key, why) => {
    const { choice, seed, refused } = decode(text);
    expect({ choice, seed }).toEqual({ choice: published, seed: 1 });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ key });
    expect(refused[0]!.why).toContain(why);
  });

  it('does not take the rest along', () => {
    const { choice, refused } = decode('&budget=0&folds=3&color=red');
    expect(choice).toEqual({ ...published, folds: '3' });
    expect(refused.map(({ key, unknown }) => [key, unknown])).toEqual([
      ['color', true],
      ['budget', undefined],
    ]);
  });

  it('is everything where the version is another one, and where the link is longer than any', () => {
    expect(decodeSearchHash('#search=test&budget=3', search)).toMatchObject({ choice: published, refused: [{ key: 'v' }] });
    expect(decodeSearchHash('#search=test&v=2&budget=3', search)).toMatchObject({ choice: published, refused: [{ key: 'v', value: '2' }] });
    expect(decode(`&budget=3&x=${'a'.repeat(5000)}`)).toMatchObject({ choice: published, refused: [{ key: 'the link' }] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('the key %s is an unknown one', (key) => {
    expect(decode(`&${key}=1`).refused).toMatchObject([{ key, unknown: true }]);
  });

  it('is any choice, of a tuned comparison', () => {
    const compare = { 'training.optimizer': ['sgd', 'adam'] };
    const tuned = searchOf({ space: rates, strategy: { name: 'tuned', seeds: 1 } }, { compare });
    expect(encodeSearchHash(tuned, publishedChoice(tuned), 1)).toBe('#search=test&v=1');
    for (const key of ['strategy', 'budget', 'folds', 'seed', 'space.lr'])
      expect(decodeSearchHash(`#search=test&v=1&${key}=2`, tuned).refused).toMatchObject([{ key, why: 'a tuned comparison has no such setting' }]);
  });
});
