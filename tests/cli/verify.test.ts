import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lintCommand } from '../../src/cli/commands/lintCommand.ts';
import { openLibrary, type Library } from '../../src/cli/library/library.ts';
import { listCommand } from '../../src/cli/commands/listCommand.ts';
import { newCommand, SCHEMA_LINE } from '../../src/cli/commands/newCommand.ts';
import { recordCommand } from '../../src/cli/commands/recordCommand.ts';
import { sampleRuns } from '../../src/cli/verify/sample.ts';
import { openPool, trainRuns } from '../../src/cli/training/train.ts';
import { verifyCommand } from '../../src/cli/commands/verifyCommand.ts';
import { sampleDifferences } from '../../src/cli/verify/verifySample.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { checkRecording } from '../../src/experiments/record/checkRecording.ts';
import type { Recording } from '../../src/experiments/record/recording.ts';

/** With so short a training, smaller batches make more steps and so reach a lower loss. */
const spec = `
title: Batch size
claim: A larger batch ends with a higher loss.
dataset: { name: circles, examples: 200, noise: 0.1 }
network: { hidden: [8] }
training: { loss: categoricalCrossentropy, optimizer: { name: adam, learningRate: 0.01 }, batchSize: 10, epochs: 5 }
compare: { training.batchSize: [10, 80] }
seeds: 7
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
const verifySample = (more = 0, day = 0) => verifyCommand([], library, { more, day });

function tamper(change: (recording: Recording) => void): void {
  const recording = library.recording('batch');
  change(recording);
  library.writeRecording(recording);
}

test('where only what is expected has changed, the recording says so without training, as if it had been made anew', async () => {
  await record();
  write(spec.replace('ascending: [10, 80] }', 'ascending: [10, 80], expect: reversed }'));
  said.length = 0;
  expect(await record()).toBe(1);
  expect(said.join('\n')).toContain('nothing was trained');
  const renewed = readFileSync(recordingFile(), 'utf8');
  rmSync(recordingFile());
  await record();
  expect(said.join('\n')).toContain('14 runs recorded');
  expect(readFileSync(recordingFile(), 'utf8')).toBe(renewed);
});

test('what was recorded is reproduced, and recording again changes nothing', async () => {
  expect(await record()).toBe(0);
  const text = readFileSync(recordingFile(), 'utf8');
  expect(await verify()).toBe(0);
  expect(said.join('\n')).toContain('14 runs reproduced bit for bit, every claim as expected');
  expect(await record()).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).toBe(text);
  // Nothing is left of the temporary file.
  expect(readdirSync(join(content, 'recordings'))).toEqual(['batch.json']);
  said.length = 0;
  expect(await record(true)).toBe(0);
  expect(said).toEqual([]);
  // A sample: seed 1 of both arms and three more of the eight; the claim follows from the recorded ends.
  expect(await verifySample(3)).toBe(0);
  expect(said.join('\n')).toContain('5 of 14 runs reproduced bit for bit; 1 of 1 claims judged anew');
});

test('no recording', async () => {
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch: it has no recording. Run: npm run -s lab -- record batch/);
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

test('a sample finds what differs in the runs that it trains, and every judgement that does not follow', async () => {
  await record();
  const sound = readFileSync(recordingFile(), 'utf8');
  const experiment = library.experiment('batch');
  const runs = expand(experiment, [1, 2, 3, 4, 5, 6, 7]);
  const pool = openPool();
  const trained = await trainRuns('batch', runs, { pool, engine: 'fused' });
  pool.close();
  const found = (change: (recording: Recording) => void, more = 0, day = 0): string => {
    const { recording } = checkRecording(sound) as { recording: Recording };
    change(recording);
    const sample = sampleRuns(runs, { more, day });
    const results = trained.filter((_, i) => sample.includes(runs[i]!));
    return sampleDifferences(recording, experiment, runs, results).join('\n');
  };
  expect(found(() => undefined)).toBe('');
  expect(found(({ arms }) => void (arms[1]!.runs[0]!.digest = '0123456789abcdef'))).toMatch(
    /^80, seed 1 gives finished [0-9a-f]{16}, recorded is finished 0123456789abcdef$/,
  );
  expect(found(({ arms }) => void (arms[1]!.runs[0]!.best['train.accuracy'] = 0))).toBe('the numbers recorded of 80, seed 1 are not those of the run');
  // Seed 1 aside, runs are counted seed by seed, two arms each: seed 3 of the second arm is number 3, from 0.
  const later = ({ arms }: Recording) => void (arms[1]!.runs[2]!.digest = '0123456789abcdef');
  expect(found(later, 1, 2)).toBe('');
  expect(found(later, 1, 3)).toContain('80, seed 3 gives');
  expect(found(({ arms }) => void arms[0]!.runs.pop())).toContain('10, seed 7 is not in the recording');
  expect(found(({ arms }) => void arms[0]!.runs.push({ ...arms[0]!.runs[0]!, seed: 8 }))).toContain('1 recorded runs are not part of the experiment');
  // Seed 4 is not trained: its value is looked at all the same.
  expect(found(({ arms }) => void (arms[0]!.runs[3]!.final['train.loss'] = 99))).toContain('is not that of the recorded values');
  expect(found(({ judgements }) => void (judgements[0]!.effect.median = 7))).toContain('is not that of the recorded values');
  expect(found(({ judgements }) => void judgements.pop())).toContain('there is no judgement of “A larger batch ends with a higher loss.”');
});

test('a sample fails with a spec, a kernel or a run that is not that of the recording', async () => {
  await record();
  tamper(({ arms }) => void (arms[1]!.runs[0]!.digest = '0123456789abcdef'));
  expect(await verifySample()).toBe(1);
  expect(said.join('\n')).toContain('batch: 80, seed 1 gives finished');
  tamper((recording) => void (recording.kernel = 'ffffffffffffffff'));
  expect(await verifySample()).toBe(1);
  expect(said.join('\n')).toContain('made with another kernel (ffffffffffffffff');
  write(spec.replace('examples: 200', 'examples: 300'));
  expect(await verifySample()).toBe(1);
  expect(said.join('\n')).toContain('made from another version of the spec');
});

test('another spec, another kernel, another format', async () => {
  await record();
  tamper((recording) => void (recording.kernel = 'ffffffffffffffff'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('made with another kernel (ffffffffffffffff');
  write(spec.replace('examples: 200', 'examples: 300'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('made from another version of the spec');
  tamper((recording) => void Object.assign(recording, { version: 1 }));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('has format 1, not 2');
});

test('a half-written recording', async () => {
  await record();
  writeFileSync(recordingFile(), readFileSync(recordingFile(), 'utf8').slice(0, 200));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch\.json cannot be used: it is not whole .* Make it anew/);
  writeFileSync(recordingFile(), '{"version": 2}');
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toMatch(/batch\.json cannot be used: it is not a recording: experiment is missing .* Make it anew/);
  // It counts as changed.
  expect(await record(true)).toBe(0);
  expect(await verifySample()).toBe(0);
});

test('a recording that cannot be written leaves the old one whole', async () => {
  await record();
  const text = readFileSync(recordingFile(), 'utf8');
  const broken = library.recording('batch');
  Object.defineProperty(broken, 'arms', {
    enumerable: true,
    get: () => {
      throw new Error('no memory left');
    },
  });
  expect(() => library.writeRecording(broken)).toThrow('no memory left');
  expect(readFileSync(recordingFile(), 'utf8')).toBe(text);
  expect(readdirSync(join(content, 'recordings'))).toEqual(['batch.json']);
});

test('a comment, such as the line for editors, leaves a recording as fresh as it was', async () => {
  await record();
  write(`${SCHEMA_LINE}\n# About this.\n${spec}`);
  expect(await verifySample()).toBe(0);
});

test('new writes a spec that is in order and trains to what it expects; list knows it', async () => {
  expect(newCommand('my-claim', library)).toBe(0);
  const file = join(content, 'experiments', 'my-claim.yaml');
  expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(SCHEMA_LINE);
  expect(lintCommand(['my-claim'], library)).toBe(0);
  expect(await recordCommand({ ids: ['my-claim'], changed: false }, library)).toBe(0);
  for (const id of ['my-claim', 'batch']) expect(() => newCommand(id, library)).toThrow('is there already');
  for (const id of ['', 'My claim', '../up', 'a--b', '-a']) expect(() => newCommand(id, library)).toThrow('cannot be an id');
  said.length = 0;
  expect(listCommand(library)).toBe(0);
  expect(said[0]).toMatch(/^my-claim +My claim +2 +10 +under 1 s +under 1 s +yes$/m);
  write(spec.replace('[8]', '[0]'));
  expect(listCommand(library)).toBe(0);
  expect(said.join('\n')).toMatch(/^batch +not in order: npm run -s lab -- lint batch/m);
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
  expect(said.join('\n')).toMatch(/batch: reversed: “A larger batch ends with a higher loss.”.*expected: holds/);
  // The honest file passes.
  write(spec.replace('ascending: [10, 80]', 'ascending: [80, 10], expect: reversed'));
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

test('a map is recorded with its experiment and reproduced; a cell that is not as recorded is found, and a stale map is made anew', async () => {
  const map = (epochs: string) => `map: { over: { training.epochs: ${epochs} }, seeds: 7 }\n`;
  write(spec + map('[1, 2]'));
  expect(await record()).toBe(0);
  expect(library.maps.recording('batch').cells.map(({ seeds }) => seeds)).toEqual([7, 7]);
  expect(await verify()).toBe(0);
  expect(await verifySample()).toBe(0);

  const recording = library.maps.recording('batch');
  recording.cells[1]!.digest = 'another';
  library.maps.writeRecording('batch', recording);
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('the cell 2 of its map does not come out as recorded');

  write(spec + map('[1, 3]'));
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain('the recording of its map is stale');
  const before = readFileSync(recordingFile(), 'utf8');
  expect(await record(true)).toBe(0);
  expect(await verify()).toBe(0);
  expect(readFileSync(recordingFile(), 'utf8')).toBe(before);
});
