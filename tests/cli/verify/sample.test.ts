import { expect, test } from 'vitest';
import { dayOf, dayText, hasItsTurn, MOST_SECONDS, oneRun, sampleRuns } from '../../../src/cli/verify/sample.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { circlesExperiment } from '../../experiments/examples.ts';

const runs = expand(circlesExperiment({ compare: { 'training.batchSize': [10, 20, 40] } }), [1, 2, 3, 4]);
const names = (more: number, day: number) => sampleRuns(runs, { more, day }).map(({ arm, seed }) => `${arm.label}.${seed}`);

test('seed 1 of every arm, and as many more as are asked for', () => {
  expect(names(0, 20_000)).toEqual(['10.1', '20.1', '40.1']);
  for (let day = 20_000; day < 20_010; day++) {
    expect(names(2, day)).toHaveLength(5);
    expect(names(2, day)).toEqual(expect.arrayContaining(['10.1', '20.1', '40.1']));
    expect(names(2, day)).toEqual(names(2, day));
  }
  expect(names(100, 7)).toHaveLength(12);
});

test('every run has its turn', () => {
  // Nine others, two a day: five days.
  const seen = new Set([0, 1, 2, 3, 4].flatMap((day) => names(2, 20_000 + day)));
  expect(seen.size).toBe(12);
});

test('days are dates', () => {
  expect(dayOf('1970-01-02')).toBe(1);
  expect(dayText(dayOf('2026-11-21')!)).toBe('2026-11-21');
  for (const text of ['2026-13-01', 'today', '2026-1-1', '1969-12-31']) expect(dayOf(text)).toBeUndefined();
});

test('of what takes long, the arms take turns as well', () => {
  const firsts = (day: number) => sampleRuns(runs, { more: 0, day }, 3 * MOST_SECONDS).map(({ arm }) => arm.label);
  const days = [0, 1, 2].map((day) => firsts(20_000 + day));
  expect(days.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(new Set(days.flat())).toEqual(new Set(['10', '20', '40']));
});

test('where one run alone takes too long, there are no others', () => {
  expect(sampleRuns(runs, { more: 2, day: 7 }, 3 * MOST_SECONDS)).toHaveLength(2);
  expect(sampleRuns(runs, { more: 2, day: 7 }, 4 * MOST_SECONDS).map(({ seed }) => seed)).toEqual([1]);
});

test('with turns, each experiment has its sample on one day in three, and all of its runs are among them in time', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const due = (day: number) => ids.filter((id) => hasItsTurn(id, ids, { more: 2, day, turns: 3 }));
  expect([due(20_001), due(20_002), due(20_003)]).toEqual([['a', 'd'], ['b'], ['c']]);
  expect(ids.every((id) => hasItsTurn(id, ids, { more: 2, day: 5 }))).toBe(true);
  const seen = new Set([0, 1, 2, 3, 4].flatMap((turn) => sampleRuns(runs, { more: 2, day: 20_001 + 3 * turn, turns: 3 })));
  expect(seen.size).toBe(12);
});

test('what has been touched has its turn every day', () => {
  const sample = { more: 2, day: 20_001, turns: 3, touched: ['content/experiments/b.yaml', 'content/recordings/maps/c.json', 'src/d.ts', ''] };
  expect(['a', 'b', 'c', 'd', 'e'].filter((id) => hasItsTurn(id, ['-', 'a', 'b', 'c', 'd', 'e'], sample))).toEqual(['b', 'c']);
});

test('on other days one run, another one each, unless it takes long', () => {
  const one = (day: number) => oneRun(runs, { more: 2, day, turns: 3 }, 3 * MOST_SECONDS);
  expect(new Set(Array.from({ length: 12 }, (_, day) => one(20_000 + day)).flat()).size).toBe(12);
  expect(one(1)).toHaveLength(1);
  expect(oneRun(runs, { more: 2, day: 1, turns: 3 }, 3 * MOST_SECONDS + 1)).toEqual([]);
});
