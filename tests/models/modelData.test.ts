/** A saved model predicts from the data's own numbers what the run predicted, and says what they are. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import { savedModel } from '../../src/export/savedModel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { readModelFile, writeModelFile, type Model } from '../../src/models/modelFile.ts';
import { writeArchitecture } from '../../src/models/architectureJson.ts';
import { writeParametersJson } from '../../src/models/parametersJson.ts';
import { readTfjsLayers } from '../../src/models/tfjsLayers/read.ts';
import { writeTfjsLayers } from '../../src/models/tfjsLayers/write.ts';
import { NO_FILES } from '../export/examples.ts';

const kernel = await loadKernel();

/** Rooms and square metres; a price of 50,000 a room and 2,500 a square metre. */
const homes = [1, 2, 3, 4, 5, 6].flatMap((rooms) => [40, 70, 100, 130].map((area) => [rooms, area]));
const price = ([rooms, area]: readonly number[]) => 50_000 * rooms! + 2_500 * area!;
const about = { file: 'homes.csv', features: ['rooms', 'area'], remarks: [] };
const split = { validation: 0 };
const training = { optimizer: { name: 'adam', learningRate: 0.05 }, batchSize: 8, epochs: 200 };
const prices = {
  dataset: { name: 'inline', task: 'regression', x: homes, y: homes.map(price), about: { ...about, label: 'price', classes: [] } },
  split,
  scaling: { features: 'standardize', labels: 'standardize' },
  network: { hidden: [4], activation: 'tanh' },
  training: { loss: 'meanSquaredError', ...training },
};
const dear = {
  dataset: {
    name: 'inline',
    task: 'classification',
    x: homes,
    y: homes.map((home) => Number(price(home) > 350_000)),
    about: { ...about, label: 'kind', classes: ['cheap', 'dear'] },
  },
  split,
  scaling: { features: 'minMax' },
  network: { hidden: [4], activation: 'tanh' },
  training: { loss: 'binaryCrossentropy', ...training },
};

async function trained(spec: object): Promise<Model> {
  const [run] = expand(parseExperiment({ title: 'Homes', ...spec }, 'homes.yaml'), [1]);
  const { parameters } = await trainRun(run!, fusedEngine(kernel), kernel, { keepParameters: true });
  return savedModel(run!.arm.configuration, 1, parameters!, { kernel, source: NO_FILES });
}

async function predict(model: Model, rows: number[][]): Promise<number[]> {
  const { json, weights } = writeTfjsLayers(model);
  const { modelTopology, weightsManifest } = JSON.parse(JSON.stringify(json)) as typeof json;
  const loaded = await tfl.loadLayersModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0]!.weights as tf.io.WeightsManifestEntry[], weightData: weights.buffer }),
  );
  return Array.from(await (loaded.predict(tf.tensor2d(rows)) as tf.Tensor).data());
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('loaded by TensorFlow.js', () => {
  it('predicts a price from rooms and square metres', async () => {
    const [found] = await predict(await trained(prices), [[5, 83]]);
    // 457,500 by the rule that made the data, which a network of four units has learned to a hundredth.
    expect(Math.abs(found! / price([5, 83]) - 1)).toBeLessThan(0.01);
  });

  it('tells classes apart by their own numbers', async () => {
    const [cheap, expensive] = await predict(await trained(dear), [
      [1, 40],
      [6, 130],
    ]);
    expect(cheap).toBeLessThan(0.1);
    expect(expensive).toBeGreaterThan(0.9);
  });
});

describe('what the numbers mean', () => {
  // Mean and deviation of 1 … 6, and of 40, 70, 100, 130; the price's follow, since the two are independent.
  const [rooms, area] = [Math.sqrt(35 / 12), Math.sqrt(1125)];
  const close = (value: number) => expect.closeTo(value, 6) as number;
  const expected = {
    features: [
      { name: 'rooms', shift: close(3.5), scale: close(rooms) },
      { name: 'area', shift: close(85), scale: close(area) },
    ],
    labels: [{ name: 'price', shift: close(387_500), scale: close(Math.hypot(50_000 * rooms, 2_500 * area)) }],
    classes: [],
  };

  it('stands in every form, and comes back', async () => {
    const model = await trained(prices);
    expect(model.data).toEqual(expected);
    const { network, parameters, data } = model;
    expect(readModelFile(writeModelFile(model), 'x')).toEqual(model);
    expect(JSON.parse(writeArchitecture(network, data))).toMatchObject({ data: expected });
    expect(JSON.parse(writeParametersJson(network, parameters, data))).toMatchObject({ data: expected });
    const { json, weights } = writeTfjsLayers(model);
    expect(readTfjsLayers(JSON.parse(JSON.stringify(json)), new Map([['model.weights.bin', weights]]))).toEqual(model);
  });

  it('has the classes by name', async () => {
    expect((await trained(dear)).data).toMatchObject({
      classes: ['cheap', 'dear'],
      labels: [],
      features: [{ name: 'rooms', shift: 1, scale: 5 }, { name: 'area' }],
    });
  });

  it('is asked for where a model scales, and refused where it is about another network', async () => {
    const model = await trained(prices);
    const { json, weights } = writeTfjsLayers(model);
    const files = new Map([['model.weights.bin', weights]]);
    expect(() => readTfjsLayers({ ...json, userDefinedMetadata: { loss: model.network.loss } }, files)).toThrow(
      'userDefinedMetadata.data: found nothing; allowed: what the layer "feature_scaling" scales, as it was written with the model.',
    );
    const one = { ...model.data!, features: model.data!.features.slice(1) };
    expect(() => readTfjsLayers({ ...json, userDefinedMetadata: { loss: model.network.loss, data: one } }, files)).toThrow(
      'userDefinedMetadata.data.features: found 1 columns; allowed: 2, as the network has inputs.',
    );
    const flat = { ...model.data!, labels: [{ name: 'price', shift: 0, scale: 0 }] };
    expect(() => readModelFile(writeModelFile({ ...model, data: flat }), 'x')).toThrow('allowed: a number other than 0');
  });

  it('refuses scales that 32 bits cannot hold', async () => {
    const model = await trained(prices);
    const features = [{ name: 'rooms', shift: 0, scale: 1e30 }, model.data!.features[1]!];
    expect(() => writeTfjsLayers({ ...model, data: { ...model.data!, features } })).toThrow('feature "rooms": found a scale of 1e+30');
  });
});
