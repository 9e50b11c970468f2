/** Model files: each is refused by name, or is a network with parameters of its shapes. */
import fc from 'fast-check';
import { checkNetwork } from '../../src/models/architectureJson.ts';
import { readModelFile, writeModelFile, type Model } from '../../src/models/modelFile.ts';
import { checkModelData } from '../../src/models/modelData.ts';
import { ModelError } from '../../src/models/modelError.ts';
import { layerInputs, parameterShapes, sizeOf } from '../../src/models/tensors.ts';
import { WEIGHTS_FILE } from '../../src/models/tfjsLayers/format.ts';
import { readTfjsLayers } from '../../src/models/tfjsLayers/read.ts';
import { writeTfjsLayers } from '../../src/models/tfjsLayers/write.ts';
import { models } from '../models/models.ts';
import { must, tryAll, type Finding } from './finding.ts';
import { hostileText } from './hostile.ts';

const damage = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 60 }),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    hostileText.map((text) => new TextEncoder().encode(text)),
  ),
});

const column = fc.record({
  name: hostileText,
  shift: fc.double({ noNaN: true, noDefaultInfinity: true }),
  scale: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
});
const columns = (count: number) => fc.array(column, { minLength: count, maxLength: count });

const cases = fc.record({
  model: models.chain((model): fc.Arbitrary<Model> => {
    const { inputs, layers } = model.network;
    const data = fc.record({ features: columns(inputs), labels: columns(layers.at(-1)!.units), classes: fc.constant<string[]>([]) });
    return fc.option(data, { nil: undefined }).map((own) => ({ ...model, ...(own && { data: own }) }));
  }),
  form: fc.constantFrom('safetensors', 'tfjs', 'tfjs weights'),
  damages: fc.array(damage, { minLength: 1, maxLength: 3 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

export function fuzzModelFiles(count: number, seed: number, timed: boolean): Promise<Finding[]> {
  return tryAll(fc.sample(cases, { numRuns: count, seed }), {
    attempt: tryModel,
    isExpected: (error) => error instanceof ModelError,
    show: (input) => JSON.stringify(input),
    timed,
  });
}

function tryModel({ model, form, damages }: Case): void {
  const damaged = (bytes: Uint8Array) => damages.reduce((before, { at, length, bytes: put }) => splice(before, at % (before.length + 1), length, put), bytes);
  if (form === 'safetensors') return checkModel(readModelFile(damaged(writeModelFile(model)), 'hostile.safetensors'));
  const { json, weights } = writeTfjsLayers(model);
  if (form === 'tfjs weights') return checkModel(readTfjsLayers(json, new Map([[WEIGHTS_FILE, damaged(weights)]])));
  let changed: unknown;
  try {
    changed = JSON.parse(new TextDecoder().decode(damaged(new TextEncoder().encode(JSON.stringify(json)))));
  } catch {
    // Whoever reads the file finds that it is no JSON.
    return;
  }
  checkModel(readTfjsLayers(changed, new Map([[WEIGHTS_FILE, weights]])));
}

function splice(bytes: Uint8Array, at: number, length: number, put: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + length)]);
}

function checkModel({ network, parameters, data }: Model): void {
  if (data) checkModelData(JSON.parse(JSON.stringify(data)), 'the data that were read', network);
  checkNetwork(JSON.parse(JSON.stringify(network)), 'the network that was read');
  const inputs = layerInputs(network);
  must(parameters.length === network.layers.length, 'each layer has parameters');
  for (const [index, layer] of network.layers.entries())
    for (const [key, shape] of Object.entries(parameterShapes(layer, inputs[index]!)))
      must((parameters[index] as unknown as Record<string, Float32Array>)[key]?.length === sizeOf(shape), `${key} of layer ${index + 1} has its size`);
}
