/** Every program for every published experiment, and for options that none of them uses, is Python. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { liesInFiles } from '../../src/datasets/index.ts';
import { readExperiment } from '../../src/experiments/spec/read.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import type { ExportFile } from '../../src/export/exported.ts';
import { exportAsProgram, exportSpec, PROGRAM_TARGETS } from '../../src/export/targets.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { constraints, initializers, optimizers, schedules, activations } from '../../src/nn/catalog.ts';
import { example, NO_DATA, NO_FILES, REGRESSION } from './examples.ts';
import { ANY_PYTHON, compileErrors } from './python.ts';

const kernel = await loadKernel();
const folder = join(import.meta.dirname, '../../content/experiments');
const published = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readExperiment(readFileSync(join(folder, name), 'utf8'), name))
  // What is fetched, MNIST, is too much for the text file of a program.
  .filter(({ arms }) => arms.every(({ configuration }) => !liesInFiles(configuration.dataset)));

const seeded = { kernel, source: NO_FILES, seeds: 1 };

/** Everything that the catalog and the options hold, as arms. */
const everything: Experiment[] = [
  example({ ...REGRESSION, compare: { 'training.optimizer': optimizers.map(({ name }) => name) } }),
  example({ compare: { 'network.activation': activations.filter(({ name }) => name !== 'softmax').map(({ name }) => name) } }),
  example({ compare: { 'network.initializer': initializers.map(({ name }) => name) } }),
  example({ compare: { 'training.schedule': schedules.map(({ name }) => name) }, training: { warmUp: { epochs: 2, start: 0.1 } } }),
  example({
    network: { hidden: [6, 8], initializer: 'heUniform', parametrization: { name: 'maximalUpdate', base: 2 } },
    compare: { 'training.optimizer': ['sgd', 'adam'] },
  }),
  example({ training: { optimizer: { name: 'sgd', momentum: 0.9 }, momentumWarmUp: { from: 0, updates: 20 } } }),
  example({ compare: { 'network.constraint': constraints.map(({ name }) => name) } }),
  example({ training: { loss: { name: 'binaryCrossentropy', labelSmoothing: 0.1 }, clip: { by: 'globalNorm', limit: 1 }, averaging: { momentum: 0.9 } } }),
  example({
    network: {
      dropout: 0.2,
      inputDropout: 0.1,
      outputDropout: 0.1,
      noise: { input: 0.1, hidden: 0.1 },
      normalization: 'batch',
      regularizer: { l1: 0.01, l2: 0.01, biases: true },
      activityRegularizer: { l2: 0.01 },
    },
    training: { earlyStopping: { metric: 'loss', split: 'validation', patience: 3 } },
  }),
];

/** Its programs, one for each target. The numbers that they read are left out: armData.test.ts, augmented.test.ts and the stage that runs programs look at these. */
async function programs(experiment: Experiment, given: boolean): Promise<ExportFile[]> {
  const written: ExportFile[] = [];
  for (const target of PROGRAM_TARGETS) {
    const { files, leftOut } = await exportAsProgram(experiment, target, { ...seeded, given, data: NO_DATA });
    // Nothing is dropped without a word.
    if (files.length === 0) expect(leftOut).not.toEqual([]);
    else written.push(files[0]!);
  }
  return written;
}

describe.skipIf(!ANY_PYTHON)('exported programs compile', () => {
  const list = [
    ...published.map((experiment) => ({ name: experiment.id, experiment, given: [false] })),
    ...everything.map((experiment, index) => ({ name: `catalog and options ${index}`, experiment, given: [false, true] })),
  ];
  let errors: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const { name, experiment, given } of list)
      for (const how of given) for (const file of await programs(experiment, how)) texts.set(`${name} ${how ? 'given ' : ''}${file.name}`, file.text);
    expect(texts.size).toBeGreaterThan(list.length);
    errors = compileErrors(ANY_PYTHON!, texts);
  }, 600_000);

  it.each(list.map(({ name }) => name))('%s', (name) => {
    expect([...errors].filter(([file]) => file.startsWith(`${name} `))).toEqual([]);
  });
});

describe('a notebook', () => {
  it('is nbformat 4.5, with the cells of the program', async () => {
    const experiment = example({});
    const { files } = await exportAsProgram(experiment, 'pytorch', { ...seeded, form: 'notebook' });
    expect(files.map(({ name }) => name)).toEqual(['example.pytorch.ipynb', 'example.data.json']);
    const notebook = JSON.parse(files[0]!.text) as {
      nbformat: number;
      nbformat_minor: number;
      cells: { cell_type: string; id: string; source: string[]; outputs?: unknown[] }[];
    };
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.cells[0]!.cell_type).toBe('markdown');
    expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length);
    const code = notebook.cells.filter(({ cell_type }) => cell_type === 'code');
    expect(code.every(({ outputs, source }) => Array.isArray(outputs) && source.slice(0, -1).every((line) => line.endsWith('\n')))).toBe(true);
    const text = code.map(({ source }) => source.join('')).join('\n');
    // A notebook has no file name of its own.
    expect(text).not.toContain('__file__');
    expect(text).toContain('Path("example.data.json")');
  });
});

describe('the spec as YAML and as JSON', () => {
  it.each(['yaml', 'json'] as const)('%s parses to the same experiment', (target) => {
    for (const experiment of published) {
      const [file] = exportSpec(experiment, target).files;
      expect(readExperiment(file!.text, file!.name)).toEqual(experiment);
    }
  });
});

describe('what cannot be expressed', () => {
  it('names the arms, the setting and why', async () => {
    const experiment = example({ ...REGRESSION, compare: { 'training.optimizer': ['sgd', 'rmsprop'] } });
    const { files, leftOut } = await exportAsProgram(experiment, 'sklearn', seeded);
    expect(leftOut).toEqual([{ arms: ['rmsprop'], path: 'training.optimizer', why: 'scikit-learn has no rmsprop' }]);
    expect(files[0]!.text).toContain('left out, arm "rmsprop": training.optimizer: scikit-learn has no rmsprop.');
  });

  it('are learning rates of single layers, in Keras and scikit-learn, but for a network as wide as its base', async () => {
    const parametrization = (base: number) => ({ 'network.parametrization': { name: 'maximalUpdate', base } });
    const experiment = example({
      network: { initializer: 'heUniform' },
      training: { loss: 'binaryCrossentropy' },
      compare: { base: [3, 6].map((base) => ({ label: base, set: parametrization(base) })) },
    });
    const left = async (target: 'keras' | 'sklearn' | 'pytorch' | 'tensorflow') =>
      (await exportAsProgram(experiment, target, { ...seeded, data: NO_DATA })).leftOut;
    const refused = (why: string) => [{ arms: ['3'], path: 'network.parametrization', why }];
    expect(await left('keras')).toEqual(refused('an optimizer of Keras has one learning rate for all layers'));
    expect(await left('sklearn')).toEqual(refused('scikit-learn has no learning rates of single layers'));
    expect(await left('pytorch')).toEqual([]);
    expect(await left('tensorflow')).toEqual([]);
  });

  it('writes nothing if no arm is left', async () => {
    const { files, leftOut } = await exportAsProgram(example({ network: { dropout: 0.5 } }), 'sklearn', seeded);
    expect(files).toEqual([]);
    expect(leftOut.map(({ path }) => path)).toEqual(['training.loss', 'network.dropout']);
  });
});

it('a program with fewer seeds than its experiment says how many', async () => {
  const several = example({ seeds: 10 });
  const text = async (seeds: number) => {
    const { files } = await exportAsProgram(several, 'keras', { kernel, source: NO_FILES, seeds });
    return files.find(({ name }) => name.endsWith('.py'))!.text;
  };
  expect(await text(5)).toContain('5 of its 10 seeds');
  expect(await text(10)).toContain('every seed');
});
