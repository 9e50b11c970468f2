import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lab as call } from '../cli/lab.ts';
import { searchSpec } from './specs.ts';

const folder = mkdtempSync(join(tmpdir(), 'search-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lab(search: object, changes: object = {}, ...options: string[]) {
  const file = join(folder, 'rates.json');
  writeFileSync(file, JSON.stringify({ ...searchSpec, ...changes, title: 'Which rate?', search }));
  return call(['search', file, ...options]);
}

const space = { 'training.optimizer.learningRate': [0.001, 0.1] };

interface Printed {
  search: { seeds: number };
  logs: { seed: number; trials: { proposal: { point: Record<string, number> }; value: number; values: number[]; work: { updates: number } }[] }[];
  strategies: { strategy: string; work: { updates: number } }[];
}

describe('lab search', () => {
  it('trains every fold, and gives the same numbers again', async () => {
    const start = () => lab({ space, strategy: ['grid', 'random'], folds: 3 }, {}, '--json', '--seeds', '2');
    const [first, again] = [await start(), await start()];
    expect(first.code).toBe(0);
    const [one, two] = [first, again].map(({ stdout }) => JSON.parse(stdout) as Printed);
    expect(one!.search.seeds).toBe(2);
    expect(one!.logs.map(({ seed, trials }) => [seed, trials.length])).toEqual([[1, 2], [2, 2], [1, 2], [2, 2]]); // prettier-ignore
    // 60 examples: a fold trains on 40, in 4 updates an epoch; 9 epochs, 3 folds.
    expect(one!.logs.every(({ trials }) => trials.every(({ values, work }) => values.length === 3 && work.updates === 108))).toBe(true);
    expect(one!.strategies.map(({ strategy, work }) => [strategy, work.updates])).toEqual([['grid', 216], ['random', 216]]); // prettier-ignore
    const valuesOf = ({ logs }: Printed) => logs.map(({ trials }) => trials.map(({ values }) => values));
    expect(valuesOf(two!)).toEqual(valuesOf(one!));
    // Both points of the space, found by drawing, are those of the grid, and train to the same bits.
    const sorted = ({ trials }: Printed['logs'][number]) => trials.map(({ value }) => value).sort((a, b) => a - b);
    expect(sorted(one!.logs[2]!)).toEqual(sorted(one!.logs[0]!));
  }, 30_000);

  it('prints what strategies found and took, and what arms come to once each is tuned', async () => {
    const table = await lab({ space, strategy: ['grid', 'random'] });
    expect(table.stdout).toMatch(/^Which rate\?\nvalidation loss; 1 seed\n/);
    expect(table.stdout).toContain('best at equal budget');
    expect(table.stdout).toMatch(/grid: training\.optimizer\.learningRate 0\.\d+ \(/);
    const tuned = await lab({ space, strategy: { name: 'tuned', seeds: 2 } }, { compare: { 'training.optimizer': ['sgd', 'adam'] } });
    expect(tuned.code).toBe(0);
    expect(tuned.stdout).toContain('at the edge of the grid');
    expect(tuned.stdout).toMatch(/\nadam +training\.optimizer\.learningRate /);
  }, 30_000);

  it('says what is wrong', async () => {
    expect(await lab({ space, strategy: 'grid', folds: 61 })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('search.folds: found 61') as string,
    });
    const many = await lab({ space, strategy: 'grid', folds: 3 }, {}, '--seeds', '400');
    expect(many).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--seeds: found 400, which makes 2400 runs; allowed: at most 2000 runs') as string,
    });
    const none = await call(['search', 'nowhere.yaml']);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file nowhere.yaml') as string });
  }, 30_000);
});
