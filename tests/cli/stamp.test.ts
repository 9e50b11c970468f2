import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { bitsOf } from '../../src/cli/bits/bits.ts';
import { openLibrary, type Library } from '../../src/cli/library/library.ts';
import { recordCommand } from '../../src/cli/commands/recordCommand.ts';
import { stampCommand } from '../../src/cli/commands/stampCommand.ts';
import { verifyCommand } from '../../src/cli/commands/verifyCommand.ts';
import { kernelHash, loadKernel } from '../../src/kernel/node.ts';

const experiment = `
title: Batch size
claim: A larger batch ends with a higher loss.
dataset: { name: circles, examples: 100, noise: 0.1 }
network: { hidden: [8] }
training: { loss: categoricalCrossentropy, optimizer: { name: adam, learningRate: 0.01 }, batchSize: 10, epochs: 5 }
compare: { training.batchSize: [10, 80] }
seeds: 7
verdict: { metric: loss, split: train, ascending: [10, 80] }
`;
const search = `
title: Rates
claim: The grid chooses the larger rate.
dataset: { name: circles, examples: 100, noise: 0.1 }
split: { validation: 0.2 }
network: { hidden: [8] }
training: { loss: categoricalCrossentropy, optimizer: adam, batchSize: 10, epochs: 5 }
search: { space: { training.optimizer.learningRate: [0.0001, 0.1] }, strategy: grid, seeds: 7 }
verdict: { chooses: { training.optimizer.learningRate: [0.1] } }
`;

/** A build whose bytes are others. */
const OLD = '0123456789abcdef';

let bits: string;
/** Everything recorded, by a build whose bytes are others; each test has its own copy. */
let recorded: string;
let content: string;
let library: Library;
const said: string[] = [];
const stampFile = () => join(content, 'kernel.json');
const files = () => ['batch.json', 'searches/rates.json'].map((name) => readFileSync(join(content, 'recordings', name), 'utf8'));

beforeAll(async () => {
  bits = await bitsOf(await loadKernel());
  recorded = mkdtempSync(join(tmpdir(), 'recorded-'));
  for (const folder of ['experiments', 'searches']) mkdirSync(join(recorded, folder));
  writeFileSync(join(recorded, 'experiments', 'batch.yaml'), experiment);
  writeFileSync(join(recorded, 'searches', 'rates.yaml'), search);
  library = openLibrary(recorded);
  await record();
  library.writeRecording({ ...library.recording('batch'), kernel: OLD });
  library.searches.writeRecording('rates', { ...library.searches.recording('rates'), kernel: OLD });
}, 60_000);
afterAll(() => rmSync(recorded, { recursive: true }));
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(recorded, content, { recursive: true });
  library = openLibrary(content);
  said.length = 0;
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((line) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(content, { recursive: true });
});

const record = (changed = false) => recordCommand({ ids: [], changed }, library);
const verify = () => verifyCommand([], library);
const stamp = (expected = bits) => stampCommand({ library, sample: { more: 1, day: 0 }, bits: expected });

test('a kernel that gives the same numbers costs one file: recordings hold, and are made again byte for byte', async () => {
  expect(await verify()).toBe(1);
  expect(said.join('\n')).toContain(`made with another kernel (${OLD}, now ${kernelHash()}). If both compute the same numbers, run: npm run -s lab -- stamp`);
  const before = files();
  expect(await stamp()).toBe(0);
  expect(JSON.parse(readFileSync(stampFile(), 'utf8'))).toEqual({ recorded: OLD, verified: kernelHash() });
  expect(files()).toEqual(before);
  expect(await verify()).toBe(0);
  said.length = 0;
  expect(await record(true)).toBe(0);
  expect(said).toEqual([]);
  expect(await record()).toBe(0);
  expect(files()).toEqual(before);
  // Again: there is nothing to do.
  expect(await stamp()).toBe(0);
  expect(said.at(-1)).toBe(`The recordings hold for this kernel (${kernelHash()}) already; nothing is written.`);
}, 60_000);

test('a run with other bits is named, with what to do, and nothing is written', async () => {
  const recording = library.recording('batch');
  recording.arms[1]!.runs[0]!.digest = 'ffffffffffffffff';
  library.writeRecording(recording);
  expect(await stamp()).toBe(1);
  expect(said.join('\n')).toMatch(/batch: 80, seed 1 gives finished [0-9a-f]{16}, recorded is finished f{16}/);
  expect(said.at(-1)).toMatch(
    /Not all that was recorded with 0123456789abcdef is reproduced .*; nothing is written.*npm run -s lab -- record, then npm run bits -- --update/,
  );
  expect(existsSync(stampFile())).toBe(false);
}, 60_000);

test('so is a run of the catalog', async () => {
  const [first, ...others] = bits.split('\n');
  expect(await stamp([`0000000000000000${first!.slice(16)}`, ...others].join('\n'))).toBe(1);
  expect(said.join('\n')).toMatch(/catalog: activation linear gives [0-9a-f]{16}, in bits\.txt it is 0{16}/);
  expect(await stamp(`1111111111111111  gone\n${bits}`)).toBe(1);
  expect(said.join('\n')).toContain('catalog: gone gives nothing, in bits.txt it is 1111111111111111');
  expect(existsSync(stampFile())).toBe(false);
  // What is new in the catalog has nothing to be compared with.
  expect(await stamp(others.join('\n'))).toBe(0);
}, 60_000);

test('a stale or missing recording is not stamped over', async () => {
  writeFileSync(join(content, 'experiments', 'batch.yaml'), experiment.replace('examples: 100', 'examples: 110'));
  expect(await stamp()).toBe(1);
  expect(said.join('\n')).toContain('batch: its recording is stale: it was made from another version of the spec');
  rmSync(join(content, 'recordings', 'batch.json'));
  expect(await stamp()).toBe(1);
  expect(said.join('\n')).toContain('batch: it has no recording');
  rmSync(join(content, 'recordings'), { recursive: true });
  await expect(stamp()).rejects.toThrow('Nothing is recorded');
  expect(existsSync(stampFile())).toBe(false);
}, 60_000);

test('recordings of several kernels are no ground for a stamp', async () => {
  await recordCommand({ ids: ['batch'], changed: false }, library);
  await expect(stamp()).rejects.toThrow(
    `The recordings are of several kernels, and a stamp is about one:\n  ${kernelHash()} (as it is now): batch\n  ${OLD}: rates\nMake all of them`,
  );
}, 60_000);

test('a stamp that is not whole says so', async () => {
  writeFileSync(stampFile(), '{"recorded": "0123456789abcdef"');
  await expect(verify()).rejects.toThrow(/content\/kernel\.json is not whole.*Delete it and run: npm run -s lab -- stamp/);
  // A stamp of another build stands for nothing.
  writeFileSync(stampFile(), JSON.stringify({ recorded: OLD, verified: 'fedcba9876543210' }));
  expect(await verify()).toBe(1);
}, 60_000);
