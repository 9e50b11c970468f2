import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import { answer } from '../../src/export/answer.ts';
import { ExportError } from '../../src/export/exported.ts';
import type { Download, ExportRequest, Origin } from '../../src/export/request.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { readModelFile } from '../../src/models/modelFile.ts';
import { example, NO_FILES } from './examples.ts';

const published: Origin = { published: 'From a book.', changes: [] };
const changed: Origin = { published: 'From a book.', changes: ['learning rate 0.5 (published: 0.01)'] };
const experiment = example({});
const write = async (request: ExportRequest): Promise<Download> => answer(request, { kernel: await loadKernel(), source: NO_FILES });
const text = ({ content }: Download) => (typeof content === 'string' ? content : strFromU8(content));

it('packs a program with its data, and says at its top where it is from and what was changed', async () => {
  const { name, content } = await write({ kind: 'program', experiment, origin: changed, target: 'pytorch', form: 'script', given: false, seeds: 1 });
  expect(name).toBe('example.modified.pytorch.zip');
  const files = unzipSync(content as Uint8Array);
  expect(Object.keys(files).sort()).toEqual(['example.data.json', 'example.pytorch.py']);
  const program = strFromU8(files['example.pytorch.py']!);
  expect(program).toContain('# Note: From a book.\n# Note: Changed by the reader: learning rate 0.5 (published: 0.01).');
  expect(JSON.parse(strFromU8(files['example.data.json']!))).toHaveProperty('runs.network.1');
});

it('gives the same bytes for the same request', async () => {
  const request = { kind: 'program', experiment, origin: published, target: 'keras', form: 'notebook', given: false, seeds: 1 } as const;
  expect((await write(request)).content).toEqual((await write(request)).content);
});

it('writes notebooks of the format that Jupyter reads', async () => {
  const { content } = await write({ kind: 'program', experiment, origin: published, target: 'keras', form: 'notebook', given: false, seeds: 1 });
  const notebook = JSON.parse(strFromU8(unzipSync(content as Uint8Array)['example.keras.ipynb']!)) as {
    nbformat: number;
    cells: { cell_type: string; source: string[] }[];
  };
  expect(notebook.nbformat).toBe(4);
  expect(notebook.cells[0]).toMatchObject({ cell_type: 'markdown' });
  expect(notebook.cells[0]!.source.join('')).toContain('Note: From a book.');
});

it('says what a program leaves out, and throws where nothing is left', async () => {
  const loss = 'binaryCrossentropy';
  const some = example({ training: { loss }, compare: { 'training.optimizer': ['sgd', 'rmsprop'] } });
  const { leftOut } = await write({ kind: 'program', experiment: some, origin: published, target: 'sklearn', form: 'script', given: false, seeds: 1 });
  expect(leftOut.join()).toMatch(/left out, arm "rmsprop": training\.optimizer/);
  const none = example({ training: { loss, optimizer: 'rmsprop' } });
  const request = { kind: 'program', experiment: none, origin: published, target: 'sklearn', form: 'script', given: false, seeds: 1 } as const;
  await expect(write(request)).rejects.toThrow(ExportError);
});

it('writes a spec whose comments say what was changed, and which parses to the same experiment', async () => {
  const download = await write({ kind: 'spec', experiment, origin: changed, target: 'yaml' });
  expect(download.name).toBe('example.modified.yaml');
  expect(text(download)).toMatch(/^# From a book\.\n# Changed by the reader: learning rate 0\.5 \(published: 0\.01\)\./);
  expect(parseExperiment(parse(text(download)), 'example.yaml')).toEqual(experiment);
});

it('carries the changes in results as JSON', async () => {
  const download = await write({ kind: 'runs', experiment, origin: changed, form: 'json', engine: 'fused', kernel: 'abc', results: [] });
  expect(JSON.parse(text(download))).toMatchObject({ origin: changed, engine: 'fused', kernel: 'abc', runs: [] });
});

it('writes a model that reads back, in one file or packed', async () => {
  const [arm] = experiment.arms;
  // Two inputs, six hidden units, two classes.
  const parameters = [
    { kernel: Float32Array.from({ length: 12 }, (_, index) => index / 8), bias: new Float32Array(6) },
    { kernel: Float32Array.from({ length: 12 }, (_, index) => -index), bias: Float32Array.of(0.5, 0.25) },
  ];
  const request = { kind: 'model', experiment, origin: published, arm: arm!, seed: 3, parameters } as const;
  const one = await write({ ...request, form: 'safetensors' });
  expect(one.name).toBe('example.network.seed-3.safetensors');
  const { network, parameters: read } = readModelFile(one.content as Uint8Array, one.name);
  expect(read).toEqual(parameters);
  expect(network.layers.map(({ units }) => units)).toEqual([6, 2]);
  const packed = await write({ ...request, form: 'tfjs' });
  expect(packed.name).toBe('example.network.seed-3.tfjs.zip');
  expect(Object.keys(unzipSync(packed.content as Uint8Array)).sort()).toEqual([
    'example.network.seed-3.tfjs/model.json',
    'example.network.seed-3.tfjs/model.weights.bin',
  ]);
});
