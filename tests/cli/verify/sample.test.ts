import { expect, test } from 'vitest';
import { dayOf, dayText, MOST_SECONDS, sampleRuns } from '../../../src/cli/verify/sample.ts';
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
