import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchitecture } from '../../src/models/architectureJson.ts';
import { readModelFile } from '../../src/models/modelFile.ts';
import { readParametersJson } from '../../src/models/parametersJson.ts';
import { readTfjsLayers } from '../../src/models/tfjsLayers/read.ts';
import { lab, testFolder } from './lab.ts';

const { folder, write } = testFolder();
const saved = (name: string) => join(folder, name);

/** As in lab.test.ts, on paper: from w = 1, b = 0 two steps of SGD lead to w = −1, b = −0.75. */
const byHand = (initializer: object) => ({
  dataset: { name: 'inline', task: 'regression', x: [[1], [2]], y: [2, 1] },
  network: { hidden: [], initializer },
  training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0.25 }, batchSize: 1, shuffle: false, epochs: 1 },
});
const start = { name: 'given', parameters: [{ kernel: [[1]], bias: [0] }] };
const end = [{ kernel: Float32Array.of(-1), bias: Float32Array.of(-0.75) }];

test('a trained network is saved in all four forms, which read back to the calculation by hand', async () => {
  const { code, stdout } = await lab(['run', write('by-hand.json', byHand(start)), '--save-model', saved('by-hand')]);
  expect(code).toBe(0);
  expect(stdout).toContain(`Saved 1 model to ${saved('by-hand')}`);
  const name = 'by-hand.network.seed-1';
  expect(readdirSync(saved('by-hand')).sort()).toEqual([`${name}.architecture.json`, `${name}.parameters.json`, `${name}.safetensors`, `${name}.tfjs`]);
  const read = (ending: string) => readFileSync(saved(`by-hand/${name}${ending}`));
  const data = { features: [{ name: 'feature 1', shift: 0, scale: 1 }], labels: [{ name: 'label 1', shift: 0, scale: 1 }], classes: [] };
  const network = readArchitecture(read('.architecture.json').toString(), 'architecture');
  expect(network).toEqual({ inputs: 1, layers: [{ units: 1, activation: { name: 'linear' } }], loss: { name: 'meanSquaredError' } });
  expect(readParametersJson(read('.parameters.json').toString(), network, 'parameters')).toEqual(end);
  expect(readModelFile(read('.safetensors'), 'safetensors')).toEqual({ network, parameters: end, data });
  const files = new Map([['model.weights.bin', new Uint8Array(read('.tfjs/model.weights.bin'))]]);
  expect(readTfjsLayers(JSON.parse(read('.tfjs/model.json').toString()), files).parameters).toEqual(end);
});

test.each(['safetensors', 'parameters.json'])('a saved model (.%s) is trained on', async (ending) => {
  await lab(['run', write('first.json', byHand(start)), '--save-model', saved('models')]);
  const spec = write('second.json', byHand({ name: 'given', file: `models/first.network.seed-1.${ending}` }));
  const { stdout, stderr } = await lab(['run', spec, '--json', '--parameters']);
  expect(stderr).toBe('');
  // Step 1, x = 1, y = 2: ŷ = −1.75, residual −3.75; gradients −7.5 and −7.5; w = 0.875, b = 1.125.
  // Step 2, x = 2, y = 1: ŷ = 2.875, residual 1.875; gradients 7.5 and 3.75; w = −1, b = 0.1875.
  expect(JSON.parse(stdout)).toMatchObject({
    experiment: { network: { initializer: { name: 'given', parameters: [{ kernel: [[-1]], bias: [-0.75] }] } } },
    runs: [{ parameters: [{ kernel: [[-1]], bias: [0.1875] }] }],
  });
});

test('every run is saved under a name of its own; a form that cannot hold the network says why once, and the others are written', async () => {
  const spec = {
    dataset: { name: 'circles', examples: 20 },
    network: { hidden: [2], activation: 'hardSigmoid', normalization: 'batch' },
    training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 8, epochs: 1 },
    compare: { rate: ['a/b', 'a b'].map((label, index) => ({ label, set: { 'training.optimizer': { name: 'sgd', learningRate: 0.1 * (index + 1) } } })) },
  };
  const { code, stdout, stderr } = await lab(['run', write('names.json', spec), '--seeds', '2', '--json', '--save-model', saved('names')]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).not.toHaveProperty('runs.0.parameters');
  const names = ['a-b.seed-1', 'a-b.seed-2', 'a-b-2.seed-1', 'a-b-2.seed-2'].map((name) => `names.${name}`);
  expect(readdirSync(saved('names')).sort()).toEqual(
    names.flatMap((name) => ['architecture.json', 'parameters.json', 'safetensors'].map((ending) => `${name}.${ending}`)).sort(),
  );
  expect(stderr).toContain(`Saved 4 models to ${saved('names')}`);
  expect(stderr.match(/Not written as TensorFlow\.js layers: .*hardSigmoid, which TensorFlow\.js does not load; allowed: .* and 1 more\)/g)).toHaveLength(1);
});

test.each<[string, object, string]>([
  ['a file that is not there', { file: 'none.safetensors' }, 'network.initializer.file: found "none.safetensors", which is not there'],
  ['a file of another kind', { file: 'readme.txt' }, 'network.initializer.file, readme.txt: found a file of another kind; allowed: a file whose name ends in'],
  ['a damaged file', { file: 'damaged.safetensors' }, 'network.initializer.file, damaged.safetensors: found 3 bytes; allowed: eight bytes for the length'],
  ['parameters of another network', { file: 'wide.json' }, 'network.initializer.parameters[0].kernel: found 2 rows; allowed: [1][1]'],
  [
    'layers that do not follow each other',
    { file: 'broken.json' },
    'network.initializer.file, broken.json, layers.1.kernel: found the shape [2, 1]; allowed: the shape [1, 1]',
  ],
])('%s is a problem of the spec', async (name, initializer, message) => {
  const format = { format: 'fully-connected/parameters', version: 1 };
  write('readme.txt', 'x');
  write('damaged.safetensors', 'abc');
  write('wide.json', { ...format, layers: [{ kernel: [[1], [2]], bias: [0] }] });
  write('broken.json', {
    ...format,
    layers: [
      { kernel: [[1]], bias: [0] },
      { kernel: [[1], [2]], bias: [0] },
    ],
  });
  const { code, stderr } = await lab(['lint', write(`${name.replaceAll(' ', '-')}.json`, byHand({ name: 'given', ...initializer }))]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

test('a folder that cannot be made is refused before anything is trained', async () => {
  const { code, stderr } = await lab(['run', write('nowhere.json', byHand(start)), '--save-model', write('a-file', 'x')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/--save-model: found .*a-file, which cannot be made .*allowed: a folder, or a place for one/);
});

describe('a saved model that is trained on', () => {
  const network = { hidden: [2], activation: 'tanh' };
  const training = { loss: 'binaryCrossentropy', optimizer: 'sgd', batchSize: 4, epochs: 1 };
  const rows = [0, 1, 2, 3, 4, 5].map((row) => [row, 10 * row, row % 2 ? 'yes' : 'no'] as const);
  const spec = (file: string, settings: object = {}) => ({
    dataset: { name: 'csv', file, label: 'y' },
    scaling: 'standardize',
    network,
    training,
    ...settings,
  });
  const given = { name: 'given', file: 'own/own.network.seed-1.safetensors' };
  const again = (file: string, settings: object = {}, initializer: object = given) => spec(file, { network: { ...network, initializer }, ...settings });
  const save = async () => {
    write('own.csv', `a,b,y\n${rows.map(([a, b, y]) => `${a},${b},${y}`).join('\n')}\n`);
    write('turned.csv', `b,a,y\n${rows.map(([a, b, y]) => `${b},${a},${y}`).join('\n')}\n`);
    write('other.csv', `a,c,y\n${rows.map(([a, b, y]) => `${a},${b},${y}`).join('\n')}\n`);
    write('fewer.csv', `a,y\n${rows.map(([a, , y]) => `${a},${y}`).join('\n')}\n`);
    write('classes.csv', `a,b,y\n${rows.map(([a, b, y]) => `${a},${b},${y === 'no' ? 'perhaps' : y}`).join('\n')}\n`);
    write('strangers.csv', `p,q,r\n${rows.map(([a, b, y]) => `${a},${b},${y === 'no' ? 'down' : 'up'}`).join('\n')}\n`);
    expect((await lab(['run', write('own.json', spec('own.csv')), '--save-model', saved('own')])).code).toBe(0);
  };

  test('keeps the order of its inputs and classes', async () => {
    await save();
    expect((await lab(['run', write('same.json', again('own.csv'))])).stderr).toBe('');
    for (const [file, message] of [
      [
        'turned.csv',
        'network.initializer.made.features: found a model of the inputs a, b, where the data have b, a; allowed: data with the same inputs in the same order',
      ],
      ['other.csv', 'found a model of the inputs a, b, where the data have a, c'],
      ['fewer.csv', 'found a model of the inputs a, b, where the data have a; allowed'],
      ['classes.csv', 'network.initializer.made.classes: found a model of the classes no, yes, where the data have perhaps, yes'],
    ] as const) {
      const { code, stderr } = await lab(['run', write('again.json', again(file))]);
      expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
      const json = await lab(['run', write('again.json', again(file, {}, { ...given, file: 'own/own.network.seed-1.parameters.json' }))]);
      expect([json.code, json.stderr]).toEqual([1, expect.stringContaining(message)]);
    }
    // Columns that are named are in the order in which they are named.
    const named = { dataset: { name: 'csv', file: 'turned.csv', label: 'y', features: ['a', 'b'] } };
    expect((await lab(['run', write('named.json', again('turned.csv', named))])).code).toBe(0);
    const { x } = (
      JSON.parse((await lab(['run', write('named.json', again('turned.csv', named)), '--json'])).stdout) as { experiment: { dataset: { x: number[][] } } }
    ).experiment.dataset;
    expect(x[1]).toEqual([1, 10]);
  });

  test('may be taken to another task', async () => {
    await save();
    const other = { dataset: { name: 'csv', file: 'strangers.csv', label: 'r' } };
    expect((await lab(['run', write('task.json', again('strangers.csv', other))])).code).toBe(0);
  });

  test('says where its network or its scaling was another', async () => {
    await save();
    const { stdout } = await lab([
      'run',
      write('changed.json', again('own.csv', { scaling: 'none', network: { hidden: [2], activation: 'relu', initializer: given } })),
    ]);
    expect(stdout).toContain('The saved model has the activation tanh, this network relu: with the same parameters they compute different functions.');
    expect(stdout).toContain('The inputs of the saved model were scaled, and these are not: write scaling: standardize, or as it was.');
    expect((await lab(['run', write('same.json', again('own.csv'))])).stdout).not.toContain('saved model');
  });
});
