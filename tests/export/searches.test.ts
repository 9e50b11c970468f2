/** Published searches as scripts for Optuna and Ray Tune: they are Python, and a script sets what the search sets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportSearch } from '../../src/export/exportSearch.ts';
import { ExportError } from '../../src/export/exported.ts';
import { exportSearchSpec, SPEC_TARGETS } from '../../src/export/targets.ts';
import { SEARCH_TARGETS } from '../../src/export/tuning/searchCells.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { readSearch } from '../../src/search/spec/readSearch.ts';
import { searchOf } from '../search/specs.ts';
import { NO_DATA, NO_FILES } from './examples.ts';
import { ANY_PYTHON, compileErrors } from './python.ts';

const kernel = await loadKernel();
const options = { kernel, source: NO_FILES, seeds: 1 };
const folder = join(import.meta.dirname, '../../content/searches');
const published = readdirSync(folder).map((name) => readSearch(readFileSync(join(folder, name), 'utf8'), name));

/** What no script does, and how it says so: choose the data, of which a script has one set; pre-train, which is a second program; report what its framework does not. */
const REFUSED: [why: RegExp, is: (search: (typeof published)[number]) => boolean][] = [
  [
    /chooses augmentation\.copies; allowed in a script/,
    ({ space }) => space.some((dimension) => 'path' in dimension && dimension.path.startsWith('augmentation.')),
  ],
  [/The metric is logLoss; the programs report loss, accuracy/, ({ metric }) => metric === 'logLoss'],
  [/There is pre-training/, ({ configuration, axes }) => configuration.pretraining !== undefined || JSON.stringify(axes).includes('pretraining')],
];
const refused = published.flatMap((search) => REFUSED.filter(([, is]) => is(search)).map(([why]) => [search.id, search, why] as const));

it.each(refused)('%s is refused in words', async (_, search, why) => {
  for (const target of SEARCH_TARGETS) await expect(exportSearch(search, target, options)).rejects.toThrow(why);
});

describe.skipIf(!ANY_PYTHON)('scripts compile', () => {
  const scripts = published.filter(({ id }) => !refused.some(([other]) => other === id));
  let errors: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const search of scripts)
      for (const target of SEARCH_TARGETS) texts.set(`${search.id} ${target}`, (await exportSearch(search, target, { ...options, data: NO_DATA }))[0]!.text);
    expect(texts.size).toBe(scripts.length * SEARCH_TARGETS.length);
    errors = compileErrors(ANY_PYTHON!, texts);
  });

  it.each(scripts.map(({ id }) => id))('%s', (id) => {
    expect([...errors].filter(([file]) => file.startsWith(`${id} `))).toEqual([]);
  });
});

const space = {
  size: [
    { label: 'small', set: { 'network.hidden': [3] } },
    { label: 'deep', set: { 'network.hidden': [4, 4] } },
  ],
  'training.optimizer': ['sgd', 'adam'],
  'training.optimizer.learningRate': { min: 0.001, max: 1, scale: 'log' },
  'training.batchSize': { min: 5, max: 30, integer: true },
};

it.each(published.map((search) => [search.id, search] as const))('the file of %s parses to the same search', (_, search) => {
  for (const target of SPEC_TARGETS) {
    const [{ name, text }] = exportSearchSpec(search, target).files as [{ name: string; text: string }];
    expect(readSearch(text, name)).toEqual(search);
  }
});

describe('a script', () => {
  const text = async (search: Parameters<typeof exportSearch>[0]) => (await exportSearch(search, 'optuna', options))[0]!.text;

  it('has the space in the order of the file, each value with what it sets', async () => {
    const written = await text(searchOf({ space, strategy: 'random', budget: { trials: 7 } }));
    expect(written).toContain('"small": dict(hidden=[3]),');
    expect(written).toContain('"deep": dict(hidden=[4, 4]),');
    expect(written).toContain('dict(low=0.001, high=1, log=True, integer=False, sets=lambda value: dict(learning_rate=value))');
    expect(written).toContain('dict(low=5, high=30, log=False, integer=True, sets=lambda value: dict(batch_size=value))');
    // Each optimizer brings its own rate, which the range then sets.
    expect(written).toMatch(/"adam": dict\(learning_rate=0\.001, optimizer=.*Adam\(/);
    expect(written).toContain('n_trials=7)');
  });

  it('refuses what it would do otherwise', async () => {
    const training = { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 10, epochs: 9 };
    const refused = (own: object) =>
      expect(text(searchOf({ space: own, strategy: 'random', budget: { trials: 2 } }, { training }))).rejects.toThrow(ExportError);
    await refused({ 'dataset.noise': [0.1, 0.2] });
    // The optimizer would take back the rate that was chosen before it.
    await refused({ 'training.optimizer.learningRate': [0.01, 0.1], 'training.optimizer': ['sgd', 'adam'] });
    // The file counts epochs.
    await refused({ 'training.updates': { min: 10, max: 99, integer: true } });
    // Adam has no momentum.
    await refused({ 'training.optimizer': ['sgd', 'adam'], 'training.optimizer.momentum': [0, 0.9] });
  });
});
