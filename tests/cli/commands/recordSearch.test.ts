import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLibrary, type Library } from '../../../src/cli/library/library.ts';
import { lintCommand } from '../../../src/cli/commands/lintCommand.ts';
import { listCommand } from '../../../src/cli/commands/listCommand.ts';
import { recordCommand } from '../../../src/cli/commands/recordCommand.ts';
import { verifyCommand } from '../../../src/cli/commands/verifyCommand.ts';

/** After five short epochs, a rate of 0.1 is ahead of one of 0.0001 with every seed. */
const spec = `
title: Rates
claim: The grid chooses the larger rate.
dataset: { name: circles, examples: 100, noise: 0.1 }
split: { validation: 0.2 }
network: { hidden: [8] }
training: { loss: categoricalCrossentropy, optimizer: adam, batchSize: 10, epochs: 5 }
search: { space: { training.optimizer.learningRate: [0.0001, 0.1] }, strategy: grid, seeds: 7 }
verdict: { chooses: { training.optimizer.learningRate: [0.1] } }
`;

let content: string;
let library: Library;
const said: string[] = [];
const recordingFile = () => join(content, 'recordings', 'searches', 'rates.json');
const write = (text: string) => writeFileSync(join(content, 'searches', 'rates.yaml'), text);

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(content, 'searches'));
  library = openLibrary(content);
  write(spec);
  said.length = 0;
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((line) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(content, { recursive: true });
});

const record = (changed = false) => recordCommand({ ids: [], changed }, library);
const verify = (sample?: { more: number; day: number }) => verifyCommand([], library, sample);

test('a search is recorded, reproduced, listed and in order; nothing is left of how it was written', async () => {
  expect(await record()).toBe(0);
  expect(said.join('\n')).toContain('rates: 14 runs recorded');
  const first = readFileSync(recordingFile(), 'utf8');
  expect(readdirSync(join(content, 'recordings', 'searches'))).toEqual(['rates.json']);
  expect(await verify()).toBe(0);
  expect(said.at(-1)).toBe('14 runs reproduced bit for bit, every claim as expected');
  expect(await verify({ more: 2, day: 3 })).toBe(0);
  expect(said.at(-1)).toBe('2 of 14 runs reproduced bit for bit; 1 of 1 claims judged anew from recorded values, every claim as expected');
  expect(await record()).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).toBe(first);
  expect(lintCommand([], library)).toBe(0);
  expect(listCommand(library)).toBe(0);
  expect(said.join('\n')).toMatch(/rates +Rates +grid +7/);
}, 30_000);

test('with --changed only what does not fit is recorded: another file, or a recording that is not whole', async () => {
  await record();
  const whole = readFileSync(recordingFile(), 'utf8');
  said.length = 0;
  expect(await record(true)).toBe(0);
  expect(said).toEqual([]);
  writeFileSync(recordingFile(), whole.slice(0, 300));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/rates\.json cannot be used: it is not whole .*Make it anew: npm run -s lab -- record rates/);
  expect(await record(true)).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).toBe(whole);
  write(spec.replace('epochs: 5', 'epochs: 6'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(
    /rates: its recording is stale: it was made from another version of the spec \([0-9a-f]{16}, now [0-9a-f]{16}\)\. Run: npm run -s lab -- record rates/,
  );
  expect(await record(true)).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).not.toBe(whole);
}, 30_000);

test('where only what is expected has changed, the recording says so without training, as if it had been made anew', async () => {
  await record();
  write(spec.replace('[0.1] } }', '[0.1] }, expect: open }'));
  said.length = 0;
  expect(await record()).toBe(1);
  expect(said.join('\n')).toMatch(/rates: nothing but what is expected has changed.*; nothing was trained[^]*expected: open/);
  const renewed = readFileSync(recordingFile(), 'utf8');
  rmSync(recordingFile());
  expect(await record()).toBe(1);
  expect(said.join('\n')).toContain('14 runs recorded');
  expect(readFileSync(recordingFile(), 'utf8')).toBe(renewed);
  // Anything else is trained anew, whatever is expected.
  write(spec.replace('epochs: 5', 'epochs: 6'));
  said.length = 0;
  expect(await record()).toBe(0);
  expect(said.join('\n')).toContain('14 runs recorded');
}, 30_000);

test('verify finds a digest, a value and a judgement that are not those of the search, and a recording without one', async () => {
  await record();
  const good = library.searches.recording('rates');
  const tampered = async (change: (recording: typeof good) => void) => {
    const copy = structuredClone(good);
    change(copy);
    library.searches.writeRecording('rates', copy);
    said.length = 0;
    expect(await verify()).toBe(1);
    return said.join('\n');
  };
  expect(await tampered(({ logs }) => (logs[0]!.digest = '0123456789abcdef'))).toMatch(/rates: grid, seed 1 gives [0-9a-f]{16}, recorded is 0123456789abcdef/);
  expect(await tampered(({ logs }) => (logs[1]!.values[0]![0] = 0.5))).toContain('the numbers recorded of grid, seed 2 are not those of the search');
  expect(await tampered(({ judgements }) => (judgements[0]!.agree = 1))).toContain('the judgement of “The grid chooses the larger rate.” is not as recorded');
  expect(await tampered(({ logs }) => logs.pop())).toContain('grid, seed 7 is not in the recording');
  rmSync(join(content, 'searches', 'rates.yaml'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('rates: a recording without a search; delete content/recordings/searches/rates.json');
}, 30_000);

test('a claim that comes out otherwise is told, and one file cannot take the id of another', async () => {
  write(spec.replace('[0.1] } }', '[0.0001] } }'));
  expect(await record()).toBe(1);
  expect(said.join('\n')).toContain('expected: holds');
  mkdirSync(join(content, 'experiments'));
  writeFileSync(join(content, 'experiments', 'rates.yaml'), spec);
  expect(lintCommand([], library)).toBe(1);
  expect(said.join('\n')).toContain('rates is the id of an experiment and of a search');
}, 30_000);
