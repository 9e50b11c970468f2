/** The layers format of TensorFlow.js, against TensorFlow.js itself: it loads what we write, and we load what it saves. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { LayerParameters, LayerPlan, NetworkPlan } from '../../src/engines/engine.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { readTfjsLayers } from '../../src/models/tfjsLayers/read.ts';
import { writeTfjsLayers } from '../../src/models/tfjsLayers/write.ts';
import type { Model } from '../../src/models/modelFile.ts';
import { bits, models, smallParameters } from './models.ts';

const engine = fusedEngine(await loadKernel());
const ROWS = 5;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Predictions of the fused engine for rows of features that are the same in every test. */
async function predict({ network, parameters }: Model): Promise<number[]> {
  const outputs = network.layers.at(-1)!.units;
  const train = { examples: 1, x: new Float32Array(network.inputs), y: new Float32Array(outputs) };
  const training = { optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0, nesterov: false }, batchSize: 1, shuffle: false };
  const trainer = await engine.create({ network, training, parameters, data: { train }, seed: 1 });
  const predicted = Array.from(await trainer.predict(features(network), ROWS));
  trainer.dispose();
  return predicted;
}

const features = ({ inputs }: NetworkPlan) => Float32Array.from({ length: ROWS * inputs }, (_, i) => Math.sin(i + 1));

/** What TensorFlow.js predicts with the model that we write. */
async function predictByTfjs(model: Model): Promise<number[]> {
  const { json, weights } = writeTfjsLayers(model);
  const { modelTopology, weightsManifest } = JSON.parse(JSON.stringify(json)) as typeof json;
  const loaded = await tfl.loadLayersModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0]!.weights as tf.io.WeightsManifestEntry[], weightData: weights.buffer }),
  );
  const x = tf.tensor2d(features(model.network), [ROWS, model.network.inputs]);
  return Array.from(await (loaded.predict(x) as tf.Tensor).data());
}

function expectClose(actual: number[], expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  // Both compute in 32 bits; the results are of order 1.
  actual.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected[i]!))));
}

function networkOf(...layers: LayerPlan[]): NetworkPlan {
  return { inputs: 3, layers: [...layers, { units: 2, activation: { name: 'softmax' } }], loss: { name: 'categoricalCrossentropy', labelSmoothing: 0 } };
}

const normalization = (kind: 'batch' | 'layer', position: 'before' | 'after') => ({ kind, position, momentum: 0.9, epsilon: 0.01 });

describe('what we write, TensorFlow.js loads, and predicts the same', () => {
  const plain = ['linear', 'sigmoid', 'tanh', 'relu', 'selu', 'gelu', 'swish', 'softplus'].map((name): LayerPlan => ({ units: 4, activation: { name } }));
  const special: LayerPlan[] = [
    { units: 4, activation: { name: 'leakyRelu', slope: 0.2 } },
    { units: 4, activation: { name: 'elu', alpha: 1 } },
    ...(['batch', 'layer'] as const).flatMap((kind) =>
      (['before', 'after'] as const).map((position): LayerPlan => ({ units: 4, activation: { name: 'tanh' }, normalization: normalization(kind, position) })),
    ),
    {
      units: 4,
      activation: { name: 'leakyRelu', slope: 0.1 },
      normalization: normalization('batch', 'before'),
      noise: 0.1,
      dropout: 0.5,
      kernelPenalty: { l1: 0.1, l2: 0 },
      constraint: { name: 'maxNorm', limit: 2 },
    },
  ];
  test.each([...plain, ...special].map((layer) => [JSON.stringify(layer), layer] as const))('%s', async (_, layer) => {
    const network = { ...networkOf(layer, { units: 3, activation: { name: 'relu' } }), inputDropout: 0.1 };
    const model = { network, parameters: smallParameters(network) };
    expectClose(await predictByTfjs(model), await predict(model));
  });
});

describe('what TensorFlow.js saves, we load, and predict the same', () => {
  const { layers, regularizers, constraints } = tfl;
  const dense = layers.dense;
  test.each<[string, () => tfl.layers.Layer[]]>([
    ['dense layers', () => [dense({ units: 4, activation: 'elu', inputShape: [3] }), dense({ units: 2, activation: 'softmax' })]],
    ['no bias', () => [dense({ units: 4, activation: 'gelu_new', useBias: false, inputShape: [3] }), dense({ units: 1 })]],
    [
      'batch normalization without scale or centre',
      () => [
        dense({ units: 4, inputShape: [3] }),
        layers.batchNormalization({ scale: false, center: false }),
        layers.activation({ activation: 'tanh' }),
        dense({ units: 1 }),
      ],
    ],
    [
      'layer normalization after a layer of its own',
      () => [
        dense({ units: 4, inputShape: [3] }),
        layers.leakyReLU({ alpha: 0.3 }),
        layers.layerNormalization(),
        layers.gaussianNoise({ stddev: 0.1 }),
        layers.dropout({ rate: 0.5 }),
        dense({ units: 1 }),
      ],
    ],
    [
      'an input layer, dropout, penalties and constraints',
      () => [
        layers.inputLayer({ inputShape: [3] }),
        layers.dropout({ rate: 0.2 }),
        dense({ units: 4, activation: 'relu', kernelRegularizer: regularizers.l1l2({ l1: 0.1, l2: 0.2 }), kernelConstraint: constraints.nonNeg() }),
        dense({ units: 2 }),
        layers.softmax(),
      ],
    ],
  ])('%s', async (_, build) => {
    const model = tfl.sequential({ layers: build() });
    let saved: tf.io.ModelArtifacts | undefined;
    await model.save(
      tf.io.withSaveHandler((artifacts) => {
        saved = artifacts;
        return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
      }),
    );
    const json: unknown = JSON.parse(
      JSON.stringify({ modelTopology: saved!.modelTopology, weightsManifest: [{ paths: ['./model.weights.bin'], weights: saved!.weightSpecs }] }),
    );
    const read = readTfjsLayers(json, new Map([['model.weights.bin', new Uint8Array(saved!.weightData as ArrayBuffer)]]));
    const x = tf.tensor2d(features(read.network), [ROWS, 3]);
    expectClose(await predict(read), Array.from(await (model.predict(x) as tf.Tensor).data()));
  });
});

/** TensorFlow.js has no tanh form of gelu that it could load. */
const writable = models.filter(({ network }) => network.layers.every(({ activation }) => activation.name !== 'geluTanh'));

test('what we write, we read: architecture, training settings and all, bit for bit', () => {
  fc.assert(
    fc.property(writable, (model) => {
      const { json, weights, leftOut } = writeTfjsLayers(model);
      const read = readTfjsLayers(JSON.parse(JSON.stringify(json)), new Map([[json.weightsManifest[0]!.paths[0]!, weights]]));
      expect(leftOut).toEqual([]);
      // A linear activation that is applied after a normalization cannot be told from one before it; both are the same function.
      const told = (layer: LayerPlan) =>
        layer.activation.name === 'linear' && layer.normalization ? { ...layer, normalization: { ...layer.normalization, position: 'either' } } : layer;
      expect({ ...read.network, layers: read.network.layers.map(told) }).toEqual({ ...model.network, layers: model.network.layers.map(told) });
      expect(bits(read.parameters)).toEqual(bits(model.parameters));
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('the topology is what TensorFlow.js documents', () => {
  const network = networkOf({ units: 4, activation: { name: 'relu' }, kernelPenalty: { l1: 0.1, l2: 0.2 } });
  const { json, weights } = writeTfjsLayers({ network, parameters: smallParameters(network) });
  expect(json.format).toBe('layers-model');
  expect(json.modelTopology.config.layers.map(({ class_name: name, config }) => [name, config['units'], config['activation']])).toEqual([
    ['Dense', 4, 'relu'],
    ['Dense', 2, 'softmax'],
  ]);
  expect(json.modelTopology.config.layers[0]!.config).toMatchObject({
    batch_input_shape: [null, 3],
    kernel_regularizer: { class_name: 'L1L2', config: { l1: 0.1, l2: 0.2 } },
  });
  expect(json.weightsManifest).toEqual([
    {
      paths: ['model.weights.bin'],
      weights: [
        ['layer_0_dense/kernel', [3, 4]],
        ['layer_0_dense/bias', [4]],
        ['layer_1_dense/kernel', [4, 2]],
        ['layer_1_dense/bias', [2]],
      ].map(([name, shape]) => ({ name, shape, dtype: 'float32' })),
    },
  ]);
  expect(weights.length).toBe(4 * (12 + 4 + 8 + 2));
});

test('what the format has no place for is said', () => {
  const network = networkOf({ units: 4, activation: { name: 'tanh' }, normalization: normalization('batch', 'before'), activityPenalty: { l1: 0.1, l2: 0 } });
  expect(writeTfjsLayers({ network, parameters: smallParameters(network) }).leftOut).toEqual([
    'layer_0: the activity penalty, which TensorFlow.js has on dense layers only',
  ]);
});

describe('what cannot be carried over is an error that says why', () => {
  test.each(['hardSigmoid', 'step', 'geluTanh'])('the activation %s', (name) => {
    const network = networkOf({ units: 4, activation: { name } });
    expect(() => writeTfjsLayers({ network, parameters: smallParameters(network) })).toThrow(
      `layer_0: found the activation ${name}, which TensorFlow.js does not load; allowed: linear, sigmoid,`,
    );
  });

  test('an elu of another depth', () => {
    const network = networkOf({ units: 4, activation: { name: 'elu', alpha: 0.7 } });
    expect(() => writeTfjsLayers({ network, parameters: smallParameters(network) })).toThrow(
      'layer_0: found an elu with an alpha of 0.7; allowed: an alpha of 1, the only one that TensorFlow.js loads.',
    );
  });

  const network = networkOf({ units: 4, activation: { name: 'tanh' }, dropout: 0.5 });
  const parameters: LayerParameters[] = smallParameters(network);
  type Json = {
    modelTopology: { class_name: string; config: { layers: { class_name: string; config: Record<string, unknown> }[] } };
    weightsManifest: { paths: string[]; weights: { name: string; shape: number[]; dtype: string }[] }[];
  };
  test.each<[string, (json: Json) => void, string]>([
    [
      'a model that is no Sequential',
      (json) => (json.modelTopology.class_name = 'Functional'),
      'modelTopology, class_name: found "Functional"; allowed: "Sequential".',
    ],
    ['no layers', (json) => (json.modelTopology.config.layers = []), 'modelTopology: found no layers; allowed: at least one dense layer.'],
    [
      'pictures as input',
      (json) => (json.modelTopology.config.layers[0]!.config['batch_input_shape'] = [null, 28, 28]),
      'the first layer, batch_input_shape: found [null,28,28]; allowed: [null, features]',
    ],
    [
      'a layer of another kind',
      (json) => (json.modelTopology.config.layers[1] = { class_name: 'LSTM', config: { name: 'lstm' } }),
      'layer 1 (LSTM "lstm"): found a layer that our networks do not have; allowed: InputLayer, Dense,',
    ],
    [
      'an unknown activation',
      (json) => (json.modelTopology.config.layers[0]!.config['activation'] = 'mish'),
      'layer 0 (Dense "layer_0_dense"): found the activation "mish"; allowed: linear,',
    ],
    [
      'Keras’ other hard sigmoid',
      (json) => (json.modelTopology.config.layers[0]!.config['activation'] = 'hardSigmoid'),
      'found the activation "hardSigmoid"; allowed: linear,',
    ],
    [
      'parts in another order',
      (json) => json.modelTopology.config.layers.splice(2, 0, { class_name: 'Activation', config: { activation: 'relu', name: 'late' } }),
      'layer 2 (Activation "late"): found activation after dropout; allowed: this order: dense, normalization before,',
    ],
    [
      'a dropout of 1',
      (json) => (json.modelTopology.config.layers[1]!.config['rate'] = 1),
      'model.json.layers.0.dropout: found 1; allowed: a number from 0 to below 1.',
    ],
    [
      'half a number of units',
      (json) => (json.modelTopology.config.layers[0]!.config['units'] = 'many'),
      'layer 0 (Dense "layer_0_dense"), units: found "many"; allowed: a number.',
    ],
    [
      'a missing file',
      (json) => (json.weightsManifest[0]!.paths = ['other.bin']),
      'weightsManifest.0.paths: found "other.bin", which is not among the files; allowed: one of "model.weights.bin".',
    ],
    [
      'another type of number',
      (json) => (json.weightsManifest[0]!.weights[0]!.dtype = 'int32'),
      'layer_0_dense/kernel: found numbers of type "int32"; allowed: float32, not quantized.',
    ],
    [
      'a weight that is missing',
      (json) => (json.weightsManifest[0]!.weights[0]!.name = 'other/kernel'),
      'layer_0_dense/kernel: found no such weight; allowed: the shape [3, 4].',
    ],
    [
      'a weight of another shape',
      (json) => (json.weightsManifest[0]!.weights[0]!.shape = [4, 3]),
      'layer_0_dense/kernel: found the shape [4, 3]; allowed: [3, 4].',
    ],
    [
      'weights longer than the file',
      (json) => (json.weightsManifest[0]!.weights[0]!.shape = [300, 4]),
      'layer_0_dense/kernel: found 104 bytes left in model.weights.bin; allowed: 4800, as the shape [300, 4] says; the file is truncated or is another one.',
    ],
    [
      'a file longer than its weights',
      (json) => json.weightsManifest[0]!.weights.pop(),
      'weightsManifest.0: found 104 bytes in its files; allowed: 96, as the shapes of its weights say.',
    ],
  ])('%s', (_, harm, message) => {
    const written = writeTfjsLayers({ network, parameters });
    const json = JSON.parse(JSON.stringify(written.json)) as Json;
    harm(json);
    expect(() => readTfjsLayers(json, new Map([['model.weights.bin', written.weights]]))).toThrow(message);
  });

  test('something that is no model', () => {
    expect(() => readTfjsLayers([], new Map())).toThrow('model.json: found []; allowed: an object.');
    expect(() => readTfjsLayers({}, new Map())).toThrow('modelTopology: found nothing; allowed: an object.');
  });
});
