import { expect, test } from 'vitest';
import { checkRecording } from '../../../src/experiments/record/checkRecording.ts';
import { formatRecording } from '../../../src/experiments/record/formatRecording.ts';
import type { Recording } from '../../../src/experiments/record/recording.ts';
import { fromFile, toFile } from '../../../src/experiments/record/recordingFile.ts';
import { columnsOf, runsOf } from '../../../src/experiments/record/runColumns.ts';
import { fillInRepeats, leaveOutRepeats } from '../../../src/experiments/record/repeats.ts';

const list = [0.125, 0.25, 0.375, 0.5, 0.625];

test('what stood before is referred to where that is shorter', () => {
  const value = { a: { list }, b: [{ list }, [1], [1]], c: list };
  const written = leaveOutRepeats(value);
  expect(written).toEqual({ a: { list }, b: [{ $ref: '#/a' }, [1], [1]], c: { $ref: '#/a/list' } });
  expect(fillInRepeats(written)).toEqual(value);
  expect(fillInRepeats(JSON.parse(JSON.stringify(written)) as typeof written)).toEqual(value);
});

test('what is referred to may itself refer to what stands before it', () => {
  const pair = { x: list, y: [...list].reverse() };
  const value = { first: { x: list }, second: pair, third: pair };
  const written = leaveOutRepeats(value);
  expect(written).toEqual({ first: { x: list }, second: { x: { $ref: '#/first/x' }, y: pair.y }, third: { $ref: '#/second' } });
  expect(fillInRepeats(written)).toEqual(value);
});

test('names with slashes and tildes are places, too (RFC 6901)', () => {
  const value = { 'a/b~c': list, again: list };
  expect(leaveOutRepeats(value)).toEqual({ 'a/b~c': list, again: { $ref: '#/a~1b~0c' } });
  expect(fillInRepeats(leaveOutRepeats(value))).toEqual(value);
});

test('a reference to nothing, one to what every object has, and a circle are told', () => {
  expect(() => fillInRepeats({ a: { $ref: '#/b/3' } })).toThrow('it refers to #/b/3, where nothing stands');
  expect(() => fillInRepeats({ a: { $ref: '#/toString' } })).toThrow('it refers to #/toString, where nothing stands');
  expect(() => fillInRepeats({ a: { $ref: '#/b' }, b: { $ref: '#/a' } })).toThrow('where nothing stands');
});

const run = (seed: number, loss: number | null, best: number | null = loss) => ({
  ...{ seed, ending: loss === null ? 'diverged' : 'finished', digest: `digest ${seed}` },
  final: { 'train.loss': loss },
  best: { 'train.loss': best },
});

test('runs stand in columns, with what is as usual left out', () => {
  expect(columnsOf([run(1, 0.5), run(2, 0.25)])).toEqual({ digests: ['digest 1', 'digest 2'], final: { 'train.loss': [0.5, 0.25] }, best: {} });
  expect(columnsOf([run(1, 0.5), run(2, 0.25, 0.125)])).toEqual({
    digests: ['digest 1', 'digest 2'],
    final: { 'train.loss': [0.5, 0.25] },
    best: { 'train.loss': ['=', 0.125] },
  });
});

test.each([
  ['of seeds 1, 2, 3', [run(1, 0.5), run(2, 0.25, 0.125), run(3, 0.5)]],
  ['of other seeds', [run(3, 0.5), run(1, 0.25)]],
  ['that diverged, one of them after a best point', [run(1, 0.5), run(2, null), run(3, null, 0.5)]],
  ['that stopped early', [run(1, 0.5), { ...run(2, 0.25), stop: { epoch: 7, best: 5, stopped: true, restored: true } }]],
  ['without a metric', [{ ...run(1, 0), final: {}, best: {} }]],
])('runs %s come back as they were', (_, runs) => {
  expect(runsOf(columnsOf(runs))).toEqual(runs);
});

const recording: Recording = {
  ...{ version: 2, experiment: 'test', spec: 's', kernel: 'k', judgements: [] },
  arms: ['a', 'b'].map((label) => ({
    ...{ label, labels: { arm: label }, parameterCount: 3, updates: 30, epochs: 10, examplesSeen: 90 },
    runs: [run(1, 0.5), run(2, 0.25)],
    curve: { step: [0, 3, 30], epoch: [0, 1, 10], median: list.slice(0, 3), low: list.slice(0, 3), high: list.slice(0, 3), first: [0.125] },
  })),
};

test('epochs are left out where they follow from updates, and only there', () => {
  expect(toFile(recording).arms[0]!.curve.epoch).toBeUndefined();
  const [arm] = recording.arms;
  const uneven = { ...recording, arms: [{ ...arm!, curve: { ...arm!.curve, epoch: [0, 1.5, 10] } }] };
  expect(toFile(uneven).arms[0]!.curve.epoch).toEqual([0, 1.5, 10]);
  for (const one of [recording, uneven]) expect(JSON.stringify(fromFile(toFile(one)))).toBe(JSON.stringify(one));
});

test('a file is read as it was written, and what is wrong with it is told', () => {
  const text = formatRecording(toFile(recording));
  expect(checkRecording(text)).toEqual({ recording });
  // The second arm has the curve of the first.
  expect(text).toContain('"curve":{"$ref":"#/arms/0/curve"}');
  const problem = (changed: string) => {
    expect(changed).not.toBe(text);
    const checked = checkRecording(changed);
    return 'problem' in checked ? checked.problem : 'none';
  };
  expect(problem(text.replace('#/arms/0/curve', '#/arms/7/curve'))).toBe('it refers to #/arms/7/curve, where nothing stands');
  expect(problem(text.replace('[0.5,0.25]', '[0.5]'))).toMatch(/^it is not a recording: arms\[0\]\.runs is missing or not what it should be/);
  expect(problem(text.replace('[0.5,0.25]', '[0.5,"="]'))).toMatch(/^it is not a recording: arms\[0\]\.runs/);
  expect(problem(text.slice(0, -10))).toMatch(/^it is not whole/);
});

test('what is longer than a line is cut, but for lists and tables of numbers', () => {
  const table = Array.from({ length: 60 }, (_, i) => [i, i + 1000]);
  const value = { table, parts: [{ list: table.flat() }, { list: table.flat().reverse() }] };
  const lines = formatRecording(value).split('\n');
  expect(lines).toContain(` "table":${JSON.stringify(table)},`);
  expect(lines).toContain(`   "list":${JSON.stringify(table.flat())}`);
  expect(lines.filter((line) => line.length > 200)).toHaveLength(3);
  expect(JSON.parse(lines.join('\n'))).toEqual(value);
});
