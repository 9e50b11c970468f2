/** Networks and parameters to write and read again. */
import fc from 'fast-check';
import type { LayerParameters, LayerPlan, NetworkPlan } from '../../src/engines/engine.ts';
import { layerInputs, parameterShapes, sizeOf, type ParameterKey } from '../../src/models/tensors.ts';

const activation = fc.oneof(
  fc.constantFrom('linear', 'sigmoid', 'tanh', 'relu', 'selu', 'gelu', 'geluTanh', 'swish', 'softplus').map((name) => ({ name })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((slope) => ({ name: 'leakyRelu', slope: slope + 0 })),
);
const penalty = fc.record({ l1: fc.constantFrom(0, 0.01), l2: fc.constantFrom(0.001, 0.5) });
const constraint = fc.constantFrom(
  { name: 'maxNorm', limit: 3 },
  { name: 'unitNorm' },
  { name: 'nonNegative' },
  { name: 'minMaxNorm', least: 0.5, greatest: 2, rate: 0.5 },
);
const normalization = fc.record({
  kind: fc.constantFrom('batch', 'layer'),
  position: fc.constantFrom('before', 'after'),
  momentum: fc.constant(0.99),
  epsilon: fc.constantFrom(0.001, 0.01),
});
const units = fc.integer({ min: 1, max: 5 });

const hidden = fc.record(
  { units, activation, normalization, kernelPenalty: penalty, biasPenalty: penalty, constraint, noise: fc.constant(0.25), dropout: fc.constantFrom(0.1, 0.5) },
  { requiredKeys: ['units', 'activation'] },
) as fc.Arbitrary<LayerPlan>;

export const networks: fc.Arbitrary<NetworkPlan> = fc
  .record({
    inputs: units,
    inputDropout: fc.constantFrom(undefined, 0.2),
    hidden: fc.array(hidden, { maxLength: 3 }),
    output: fc.record({ units, activation }),
  })
  .map(({ inputs, inputDropout, hidden: layers, output }) => ({
    inputs,
    ...(inputDropout !== undefined && { inputDropout }),
    layers: [...layers, output],
    loss: { name: 'meanSquaredError' },
  }));

/** A network with parameters: any numbers of 32 bits that are finite, and both zeros. */
export const models = networks.chain((network) => {
  const layers = layerInputs(network).map((inputs, index) => {
    const shapes = parameterShapes(network.layers[index]!, inputs);
    const fields = Object.entries(shapes).map(([key, shape]): [string, fc.Arbitrary<Float32Array>] => [key, numbers(sizeOf(shape))]);
    return fc.record(Object.fromEntries(fields)) as unknown as fc.Arbitrary<LayerParameters>;
  });
  return fc.tuple(fc.constant(network), fc.tuple(...layers)).map(([own, parameters]) => ({ network: own, parameters }));
});

function numbers(count: number): fc.Arbitrary<Float32Array> {
  return fc.float32Array({ minLength: count, maxLength: count, noNaN: true, noDefaultInfinity: true });
}

/** The bits, so that −0 is not 0 and a NaN is itself. */
export function bits(parameters: readonly LayerParameters[]): unknown {
  return parameters.map((layer) =>
    Object.entries(layer).map(([key, values]: [string, Float32Array]) => [key as ParameterKey, [...new Uint32Array(values.slice().buffer)]]),
  );
}

/** Small parameters, different for each network, for predictions that neither vanish nor saturate. */
export function smallParameters(network: NetworkPlan): LayerParameters[] {
  let state = 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return layerInputs(network).map((inputs, index) => {
    const shapes = Object.entries(parameterShapes(network.layers[index]!, inputs)) as [ParameterKey, number[]][];
    const values = shapes.map(([key, shape]): [ParameterKey, Float32Array] => [
      key,
      Float32Array.from({ length: sizeOf(shape) }, () => (key === 'movingVariance' || key === 'gamma' ? 0.5 + next() : next() - 0.5)),
    ]);
    return Object.fromEntries(values) as unknown as LayerParameters;
  });
}
