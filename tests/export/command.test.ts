import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exportCommand, type ExportCommand } from '../../src/cli/commands/exportCommand.ts';
import { UserError } from '../../src/cli/userError.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-command-'));
const file = join(folder, 'small.yaml');
writeFileSync(
  file,
  'dataset: { name: circles, examples: 40 }\nnetwork: { hidden: [3] }\ntraining: { loss: categoricalCrossentropy, optimizer: adam, batchSize: 8, epochs: 2 }\n',
);
const command = (options: Partial<ExportCommand>): ExportCommand => ({
  fileOrId: file,
  to: 'pytorch',
  notebook: false,
  given: false,
  seeds: 2,
  out: join(folder, 'out'),
  ...options,
});
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('writes a program and its data, and leaves no temporary file', async () => {
  const out = join(folder, 'deep', 'er');
  expect(await exportCommand(command({ out }))).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['small.data.json', 'small.pytorch.py']);
  expect(readFileSync(join(out, 'small.pytorch.py'), 'utf8')).toContain('SEEDS = [1, 2]');
});

it('writes the script of a search', async () => {
  const out = join(folder, 'search');
  expect(await exportCommand(command({ fileOrId: 'search-tuned-optimizers', to: 'optuna', out, seeds: undefined }))).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['search-tuned-optimizers.data.json', 'search-tuned-optimizers.optuna.py']);
  await expect(exportCommand(command({ fileOrId: 'search-tuned-optimizers', to: 'keras', out }))).rejects.toThrow('A search goes to optuna, ray, yaml, json');
});

it('writes the file of a search', async () => {
  const out = join(folder, 'search-file');
  expect(await exportCommand(command({ fileOrId: 'search-tuned-optimizers', to: 'yaml', out, seeds: undefined }))).toBe(0);
  expect(readdirSync(out)).toEqual(['search-tuned-optimizers.yaml']);
});

it('says why nothing was written', async () => {
  const out = join(folder, 'empty');
  expect(await exportCommand(command({ to: 'sklearn', out }))).toBe(1);
  expect(readdirSync(out)).toEqual([]);
  expect(printed.join('\n')).toContain('for two classes MLPClassifier has one logistic output');
});

it.each([
  [{ to: 'theano' }, '--to: found theano; allowed: keras, pytorch'],
  [{ to: undefined }, '--to: found nothing; allowed: keras'],
  [{ to: 'yaml', notebook: true }, '--notebook and --given are for programs'],
  [{ fileOrId: 'no-such-thing' }, 'There is no experiment "no-such-thing"'],
])('refuses %o', async (options, message) => {
  const refused = exportCommand(command(options));
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow(message);
});
