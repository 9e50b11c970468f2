/** Parameters as named tensors, and what their shapes must be. */
import type { LayerParameters, LayerPlan, NetworkPlan } from '../engines/engine.ts';
import { ModelError } from './modelError.ts';

/** Row-major. */
export interface Tensor {
  shape: number[];
  values: Float32Array;
}

export type ParameterKey = keyof LayerParameters;
/** In the order in which they are written. */
export const PARAMETER_KEYS: readonly ParameterKey[] = ['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'];

/** Shapes of one layer's parameters: kernel [inputs][units], all others [units]. */
export function parameterShapes(layer: LayerPlan, inputs: number): Partial<Record<ParameterKey, number[]>> {
  const { units, normalization } = layer;
  return {
    kernel: [inputs, units],
    bias: [units],
    ...(normalization && { gamma: [units], beta: [units] }),
    ...(normalization?.kind === 'batch' && { movingMean: [units], movingVariance: [units] }),
  };
}

/** Number of inputs of each layer. */
export function layerInputs({ inputs, layers }: Pick<NetworkPlan, 'inputs' | 'layers'>): number[] {
  return layers.map((_, index) => (index === 0 ? inputs : layers[index - 1]!.units));
}

/** Tensors by name: `layers.0.kernel`, … Throws a ModelError if the parameters do not fit the network. */
export function toTensors(network: Pick<NetworkPlan, 'inputs' | 'layers'>, parameters: readonly LayerParameters[]): Map<string, Tensor> {
  if (parameters.length !== network.layers.length)
    throw new ModelError('parameters', `${parameters.length} layers`, `${network.layers.length}, as the network has`);
  const tensors = new Map<string, Tensor>();
  forEachParameter(network, (name, shape, layer, key) => {
    const values = parameters[layer]![key];
    if (!values) throw new ModelError(name, 'nothing', describe(shape));
    if (values.length !== sizeOf(shape)) throw new ModelError(name, `${values.length} numbers`, describe(shape));
    tensors.set(name, { shape, values });
  });
  return tensors;
}

/** The inverse. Throws a ModelError for a tensor that is missing, is of another shape or belongs to no layer. */
export function fromTensors(network: Pick<NetworkPlan, 'inputs' | 'layers'>, tensors: ReadonlyMap<string, Tensor>): LayerParameters[] {
  const parameters = network.layers.map((): Partial<LayerParameters> => ({}));
  const known = new Set<string>();
  forEachParameter(network, (name, shape, layer, key) => {
    const tensor = tensors.get(name);
    if (!tensor) throw new ModelError(name, 'no such tensor', describe(shape));
    if (tensor.shape.join() !== shape.join()) throw new ModelError(name, `the shape [${tensor.shape.join(', ')}]`, describe(shape));
    parameters[layer]![key] = tensor.values;
    known.add(name);
  });
  const stranger = [...tensors.keys()].find((name) => !known.has(name));
  if (stranger !== undefined) throw new ModelError(stranger, 'a tensor that belongs to no layer of the network', `one of ${[...known].join(', ')}`);
  return parameters as LayerParameters[];
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function forEachParameter(
  network: Pick<NetworkPlan, 'inputs' | 'layers'>,
  visit: (name: string, shape: number[], layer: number, key: ParameterKey) => void,
): void {
  const inputs = layerInputs(network);
  network.layers.forEach((layer, index) => {
    const shapes = parameterShapes(layer, inputs[index]!);
    for (const key of PARAMETER_KEYS) if (shapes[key]) visit(`layers.${index}.${key}`, shapes[key], index, key);
  });
}

function describe(shape: readonly number[]): string {
  return `the shape [${shape.join(', ')}], ${sizeOf(shape)} numbers`;
}
