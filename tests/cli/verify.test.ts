import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lintCommand } from '../../src/cli/lintCommand.ts';
import { openLibrary, type Library } from '../../src/cli/library.ts';
import { recordCommand } from '../../src/cli/recordCommand.ts';
import { verifyCommand } from '../../src/cli/verifyCommand.ts';
import type { Recording } from '../../src/experiments/recording.ts';

/** With so short a training, smaller batches make more steps and so reach a lower loss. */
const spec = `
title: Batch size
claim: A larger batch ends with a higher loss.
dataset: { name: circles, examples: 200, noise: 0.1 }
network: { hidden: [8] }
training: { loss: categoricalCrossentropy, optimizer: { name: adam, learningRate: 0.01 }, batchSize: 10, epochs: 5 }
compare: { training.batchSize: [10, 80] }
seeds: 5
verdict: { metric: loss, split: train, ascending: [10, 80] }
`;

let content: string;
let library: Library;
const said: string[] = [];
const recordingFile = () => join(content, 'recordings', 'batch.json');
const write = (text: string) => writeFileSync(join(content, 'experiments', 'batch.yaml'), text);

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(content, 'experiments'));
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
const verify = (ids: string[] = []) => verifyCommand(ids, library);

function tamper(change: (recording: Recording) => void): void {
  const recording = library.recording('batch');
  change(recording);
  library.writeRecording(recording);
}

test('what was recorded is reproduced, and recording again changes nothing', async () => {
  expect(await record()).toBe(0);
  const text = readFileSync(recordingFile(), 'utf8');
  expect(await verify()).toBe(0);
  expect(said.join('\n')).toContain('10 runs reproduced bit for bit, every claim as expected');
  expect(await record()).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).toBe(text);
  // Nothing is left of the temporary file.
  expect(readdirSync(join(content, 'recordings'))).toEqual(['batch.json']);
  said.length = 0;
  expect(await record(true)).toBe(0);
  expect(said).toEqual([]);
});

test('no recording', async () => {
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch: it has no recording. Make one: npm run -s lab -- record batch/);
});

test('a digest that differs', async () => {
  await record();
  tamper(({ arms }) => void (arms[1]!.runs[2]!.digest = '0123456789abcdef'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch: 80, seed 3 gives finished [0-9a-f]{16}, recorded is finished 0123456789abcdef/);
});

test('a number that is not that of the runs', async () => {
  await record();
  tamper(({ arms }) => void (arms[0]!.runs[0]!.final['train.loss'] = 0));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('the numbers in its recording are not those of its runs');
});

test('another spec, another kernel, another format', async () => {
  await record();
  tamper((recording) => void (recording.kernel = 'ffffffffffffffff'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('made with kernel ffffffffffffffff');
  write(spec.replace('examples: 200', 'examples: 300'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('made from another version of the spec');
  tamper((recording) => void Object.assign(recording, { version: 2 }));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('has format 2, not 1');
});

test('a half-written recording', async () => {
  await record();
  writeFileSync(recordingFile(), readFileSync(recordingFile(), 'utf8').slice(0, 200));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch\.json cannot be read .* Make it anew/);
});

test('a recording without an experiment', async () => {
  await record();
  writeFileSync(join(content, 'recordings', 'gone.json'), '{}');
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('gone: a recording without an experiment');
});

test('a claim that is not judged as expected', async () => {
  write(spec.replace('ascending: [10, 80]', 'ascending: [80, 10]'));
  expect(await record()).toBe(1);
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch: unsupported: “A larger batch ends with a higher loss.” held in 0 of 5 seeds.*expected: supported/);
  // The honest file passes.
  write(spec.replace('ascending: [10, 80]', 'ascending: [80, 10], expect: unsupported'));
  expect(await record()).toBe(0);
  expect(await verify()).toBe(0);
});

test('a malformed spec', async () => {
  await record();
  write(spec.replace('[8]', '[0]'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch\.yaml: one problem\n {2}line 5: network.hidden\[0\]: found 0/);
});

test('lint wants a title, a claim and a verdict of what is published', () => {
  expect(lintCommand([], library)).toBe(0);
  write(spec.replace(/verdict.*/, ''));
  expect(lintCommand([], library)).toBe(1);
  expect(said.join('\n')).toContain('allowed: all three in a published experiment');
});
