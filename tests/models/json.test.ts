import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArchitecture, writeArchitecture } from '../../src/models/architectureJson.ts';
import { readParametersJson, writeParametersJson } from '../../src/models/parametersJson.ts';
import { bits, models, networks } from './models.ts';

const network = { inputs: 2, layers: [{ units: 1, activation: { name: 'linear' } }], loss: { name: 'meanSquaredError' } };
const parameters = [{ kernel: Float32Array.of(0.5, -1), bias: Float32Array.of(0) }];

describe('parameters', () => {
  test('are plain: one object per layer, the kernel as rows', () => {
    expect(JSON.parse(writeParametersJson(network, parameters))).toEqual({
      format: 'fully-connected/parameters',
      version: 1,
      layers: [{ kernel: [[0.5], [-1]], bias: [0] }],
    });
  });

  test('come back bit for bit', () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(bits(readParametersJson(writeParametersJson(model.network, model.parameters), model.network, 'x'))).toEqual(bits(model.parameters));
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test('that are not finite, or do not fit the network, are not written', () => {
    expect(() => writeParametersJson(network, [{ ...parameters[0]!, bias: Float32Array.of(NaN) }])).toThrow(
      'layers.0.bias: found NaN; allowed: finite numbers in JSON; safetensors holds others too.',
    );
    expect(() => writeParametersJson(network, [{ ...parameters[0]!, bias: new Float32Array(2) }])).toThrow(
      'layers.0.bias: found 2 numbers; allowed: the shape [1], 1 numbers.',
    );
    expect(() => writeParametersJson(network, [])).toThrow('parameters: found 0 layers; allowed: 1, as the network has.');
  });

  const text = (layers: string) => `{"format":"fully-connected/parameters","version":1,"layers":${layers}}`;
  test.each([
    ['no JSON', '{', 'x: found no JSON'],
    ['another format', '{"format":"other"}', 'x, format: found "other"; allowed: "fully-connected/parameters".'],
    ['another version', '{"format":"fully-connected/parameters","version":2}', 'x, version: found 2; allowed: 1.'],
    ['no layers', '{"format":"fully-connected/parameters","version":1}', 'x, layers: found nothing; allowed: a list.'],
    ['too few layers', text('[]'), 'layers.0.kernel: found no such tensor; allowed: the shape [2, 1], 2 numbers.'],
    ['another shape', text('[{"kernel":[[1,2]],"bias":[0]}]'), 'layers.0.kernel: found the shape [1, 2]; allowed: the shape [2, 1], 2 numbers.'],
    ['ragged rows', text('[{"kernel":[[1],[2,3]],"bias":[0]}]'), 'layers.0.kernel[1]: found 2 numbers; allowed: 1, as in the rows before it.'],
    ['a text', text('[{"kernel":[[1],["2"]],"bias":[0]}]'), 'layers.0.kernel[1][0]: found "2"; allowed: a number that fits 32 bits.'],
    ['a number beyond 32 bits', text('[{"kernel":[[1],[1e39]],"bias":[0]}]'), 'layers.0.kernel[1][0]: found 1e+39; allowed: a number that fits 32 bits.'],
    [
      'an unknown parameter',
      text('[{"kernel":[[1],[2]],"bias":[0],"beta":[0]}]'),
      'layers.0.beta: found a tensor that belongs to no layer of the network; allowed: one of layers.0.kernel, layers.0.bias.',
    ],
  ])('%s is an error that says where', (_, json, message) => {
    expect(() => readParametersJson(json, network, 'x')).toThrow(message);
  });
});

describe('architecture', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(networks, (own) => {
        expect(readArchitecture(writeArchitecture(own), 'x')).toEqual(own);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test('hyperparameters left out take the defaults of the catalog', () => {
    const read = readArchitecture(writeArchitecture({ ...network, layers: [{ units: 1, activation: { name: 'leakyRelu' } }] }), 'x');
    expect(read.layers[0]!.activation).toEqual({ name: 'leakyRelu', slope: 0.3 });
  });

  const changed = (change: object) => `{"format":"fully-connected/network","version":1,"network":${JSON.stringify({ ...network, ...change })}}`;
  const layer = (change: object) => changed({ layers: [{ units: 3, activation: { name: 'relu' }, ...change }, network.layers[0]!] });
  test.each([
    ['no JSON', 'network', 'x: found no JSON'],
    ['another format', '{"format":"layers-model"}', 'x, format: found "layers-model"; allowed: "fully-connected/network".'],
    ['no inputs', changed({ inputs: 0 }), 'x, network.inputs: found 0; allowed: a whole number from 1 to 65536.'],
    ['no layers', changed({ layers: [] }), 'x, network.layers: found []; allowed: at least one layer, the output layer.'],
    ['half a unit', layer({ units: 1.5 }), 'x, network.layers.0.units: found 1.5; allowed: a whole number from 1 to 65536.'],
    ['an unknown activation', layer({ activation: { name: 'cube' } }), 'allowed: the activation as { "name": … }, the name one of linear,'],
    [
      'a hyperparameter out of range',
      layer({ activation: { name: 'leakyRelu', slope: 2 } }),
      'x, network.layers.0.activation.slope: found 2; allowed: a number from 0 to 1.',
    ],
    ['a dropout of 1', layer({ dropout: 1 }), 'x, network.layers.0.dropout: found 1; allowed: a number from 0 to below 1.'],
    ['an unknown setting', layer({ dropOut: 0.5 }), 'x, network.layers.0: found the unknown "dropOut"; allowed: units, activation, normalization'],
    [
      'a softmax in a hidden layer',
      layer({ activation: { name: 'softmax' } }),
      'x, network.layers.0.activation: found {"name":"softmax"}; allowed: softmax in the output layer only.',
    ],
    [
      'dropout of the outputs',
      changed({ layers: [{ ...network.layers[0], dropout: 0.5 }] }),
      'x, network.layers.0.dropout: found 0.5; allowed: nothing of the kind in the output layer.',
    ],
    ['an unknown loss', changed({ loss: { name: 'none' } }), 'allowed: the loss as { "name": … }, the name one of'],
  ])('%s is an error that says where', (_, json, message) => {
    expect(() => readArchitecture(json, 'x')).toThrow(message);
  });
});
