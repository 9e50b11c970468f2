import { expect, test } from 'vitest';
import { agreement, majorityOfThree } from '../../src/published/agreement.ts';
import { winners } from '../../src/published/winners.ts';
import type { Published } from '../../src/published/published.ts';

test('the chance of a majority among three different seeds is counted, triple by triple', () => {
  for (const seeds of [3, 5, 8])
    for (let agree = 0; agree <= seeds; agree++) {
      let [right, all] = [0, 0];
      for (let a = 0; a < seeds; a++)
        for (let b = 0; b < a; b++) for (let c = 0; c < b; c++, all++) right += Number([a, b, c].filter((one) => one < agree).length >= 2);
      expect(majorityOfThree(agree, seeds)).toBeCloseTo(right / all, 12);
    }
});

test('a row for each verdict that is asked for, in order; one that is not there is an error', () => {
  const judgement = (claim: string, agree: number, against: number) => ({ claim, outcome: 'open', agree, against, seeds: 20 });
  const published = { experiment: { id: 'one' }, recording: { judgements: [judgement('a', 12, 3), judgement('b', 20, 0)] } } as unknown as Published;
  expect(agreement([{ published, verdicts: [2, 1] }])).toEqual([
    { claim: 'b', experiment: 'one', outcome: 'open', agree: 20, against: 0, neither: 0, seeds: 20, three: 1 },
    { claim: 'a', experiment: 'one', outcome: 'open', agree: 12, against: 3, neither: 5, seeds: 20, three: majorityOfThree(12, 20) },
  ]);
  expect(() => agreement([{ published, verdicts: [3] }])).toThrow('"one" has no verdict 3; there are 2');
});

function losses(id: string, arms: Record<string, (number | null)[]>): Published {
  const recorded = Object.entries(arms).map(([label, values]) => ({
    label,
    runs: values.map((value, place) => ({ seed: place + 1, final: { 'train.loss': value } })),
  }));
  return { experiment: { id }, recording: { arms: recorded } } as unknown as Published;
}

test('the winner of each seed, what it scored, and what it scores with the other seeds', () => {
  // Seed 1: a wins with 1, and has 4 and 7 otherwise. Seed 2: b with 2, otherwise 3 and 4. Seed 3: b with 4, otherwise 3 and 2.
  const one = losses('one', { a: [1, 4, 7], b: [3, 2, 4] });
  const found = winners([one], 'train.loss');
  expect(found).toMatchObject({ networks: 2, seeds: 3, different: 2, most: { experiment: 'one', label: 'b', wins: 2 } });
  expect(found.score).toBeCloseTo(7 / 3, 12);
  expect(found.again).toBeCloseTo((5.5 + 3.5 + 2.5) / 3, 12);
  // Less the seeds' medians 2, 3, 5.5: a has −1, 1, 1.5 and b the opposite.
  expect(found.deviation).toBeCloseTo(Math.sqrt((1.5 ** 2 + 0.5 ** 2 + 1) / 2), 12);
});

test('what differs from seed to seed for all networks alike flatters nobody', () => {
  const found = winners([losses('one', { a: [1, 5, 3], b: [2, 6, 4] })], 'train.loss');
  expect(found.again - found.score).toBeCloseTo(0, 12);
});

test('the same network in two experiments counts once, and a lacking value is an error', () => {
  const [one, two] = [losses('one', { a: [1, 4] }), losses('two', { other: [1, 4], b: [2, 3] })];
  expect(winners([one, two], 'train.loss')).toMatchObject({ networks: 2, different: 2 });
  expect(() => winners([one, losses('two', { b: [1, 2, 3] })], 'train.loss')).toThrow('different numbers of seeds');
  expect(() => winners([one, losses('two', { b: [1, null] })], 'train.loss')).toThrow('"two", arm "b", seed 2 has no train.loss');
});
