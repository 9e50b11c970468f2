import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordCommand } from '../../../src/cli/commands/recordCommand.ts';
import { openLibrary, type Library } from '../../../src/cli/library/library.ts';
import { programName } from '../../../src/cli/training/program.ts';
import { keepRuns, resumingPool } from '../../../src/cli/training/resuming.ts';
import { openPool } from '../../../src/cli/training/train.ts';
import { expand, seedsUpTo } from '../../../src/experiments/spec/expand.ts';
import { circlesExperiment } from '../../experiments/examples.ts';

/** Short runs, and after them long ones, in which the interruption falls. */
const spec = `
title: Epochs
claim: More epochs end with a lower loss.
dataset: { name: circles, examples: 200, noise: 0.1 }
network: { hidden: [16, 16] }
training: { loss: categoricalCrossentropy, optimizer: adam, batchSize: 2, epochs: 1 }
compare: { training.epochs: [1, 300] }
seeds: 7
verdict: { metric: loss, split: train, ascending: [300, 1] }
`;

let content: string;
let library: Library;
const said: string[] = [];
const recordingFile = () => join(content, 'recordings', 'epochs.json');
const kept = () => (existsSync(library.unfinished('epochs')) ? readdirSync(library.unfinished('epochs')).filter((name) => name.endsWith('.run')) : []);
const record = () => recordCommand({ ids: ['epochs'], changed: false }, library);

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(content, 'experiments'));
  writeFileSync(join(content, 'experiments', 'epochs.yaml'), spec);
  library = openLibrary(content);
  said.length = 0;
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((line) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(content, { recursive: true });
});

test('a recording that was killed goes on where it was, and comes out the same byte for byte', async () => {
  const source = (path: string) => JSON.stringify(new URL(`../../../src/${path}`, import.meta.url).href);
  const program = join(content, 'record.mjs');
  writeFileSync(
    program,
    `import { recordCommand } from ${source('cli/commands/recordCommand.ts')};
    import { openLibrary } from ${source('cli/library/library.ts')};
    await recordCommand({ ids: ['epochs'], changed: false }, openLibrary(${JSON.stringify(content)}));`,
  );
  const child = spawn(process.execPath, [program], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (kept().length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
  const before = kept().length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(10);
  expect(existsSync(recordingFile())).toBe(false);

  expect(await record()).toBe(0);
  expect(said.join('\n')).toContain(`epochs: 14 runs recorded, ${before} of them kept from a recording that was interrupted`);
  const resumed = readFileSync(recordingFile(), 'utf8');
  // Nothing is left of it, so the next one begins anew.
  expect(existsSync(library.unfinished('epochs'))).toBe(false);
  said.length = 0;
  expect(await record()).toBe(0);
  expect(said[1]).toBe('epochs: 14 runs recorded');
  expect(readFileSync(recordingFile(), 'utf8')).toBe(resumed);
}, 120_000);

test('only whole results of the same run by the same program are taken', async () => {
  const experiment = circlesExperiment({ compare: { 'training.batchSize': [10, 40] }, seeds: 2 });
  const runs = expand(experiment, seedsUpTo(2));
  const folder = join(content, 'kept');
  const pool = openPool(1);
  const train = async (program: string, of = runs) => {
    const store = keepRuns(folder, program);
    const results = await resumingPool(pool, store).start(of, { engine: 'fused' }).done;
    return { results, found: store.found };
  };
  const first = await train('a', runs.slice(1, 3));
  expect(first.found).toBe(0);
  const all = await train('a');
  expect(all.found).toBe(2);
  expect(all.results.map(({ arm, seed }) => `${arm} ${seed}`)).toEqual(runs.map(({ arm, seed }) => `${arm.label} ${seed}`));
  const fresh = await train('b');
  expect(fresh.found).toBe(0);
  expect(all.results.map(({ digest, history }) => ({ digest, history }))).toEqual(fresh.results.map(({ digest, history }) => ({ digest, history })));
  // Another configuration, or a file that is cut off.
  const other = expand(circlesExperiment({ compare: { 'training.batchSize': [20, 40] }, seeds: 2 }), seedsUpTo(2));
  expect((await train('a', other)).found).toBe(2);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 100));
  expect((await train('a')).found).toBe(0);
  pool.close();
}, 60_000);

test('a run that failed is trained again', async () => {
  const runs = expand(circlesExperiment({}), [1]);
  const store = keepRuns(join(content, 'kept'), 'a');
  const closed = openPool(1);
  const job = resumingPool(closed, store).start(runs, { engine: 'fused' });
  closed.close();
  expect((await job.done).map(({ ending }) => ending.state)).toEqual(['failed']);
  expect(store.read(runs[0]!, 'fused')).toBeUndefined();
});

test('the name of a program has its kernel and its code in it', () => {
  expect(programName('abc')).toMatch(/^abc [0-9a-f]{16}$/);
});
