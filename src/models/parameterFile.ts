/** The parameters in a file, whatever network they belong to: what they must fit is known to the one who asks. */
import type { LayerParameters, LayerPlan, NetworkPlan } from '../engines/engine.ts';
import { readArchitecture } from './architectureJson.ts';
import { asObject, parseJson } from './json.ts';
import { checkModelData, type ModelData } from './modelData.ts';
import { ModelError } from './modelError.ts';
import { ARCHITECTURE, DATA } from './modelFile.ts';
import { readParameterTensors } from './parametersJson.ts';
import { readSafetensors } from './safetensors.ts';
import { fromTensors, type Tensor } from './tensors.ts';

export interface ParameterFile {
  /** One entry per layer. */
  parameters: LayerParameters[];
  /** What inputs and outputs were, and what the layers did, where the file says so. */
  data?: ModelData;
  network?: NetworkPlan;
}

/**
 * `file`: its name, which ends in `.safetensors` or `.json`, and stands for it in messages.
 * Throws a ModelError for another kind of file, a damaged one, or tensors that make no fully connected network.
 */
export function readParameterFile(bytes: Uint8Array, file: string): ParameterFile {
  const { tensors, data, network } = readParts(bytes, file);
  const layers: LayerPlan[] = [];
  for (let layer = 0; tensors.has(`layers.${layer}.kernel`); layer++) layers.push(layerOf(tensors, layer));
  if (layers.length === 0) throw new ModelError(file, 'no tensor layers.0.kernel', 'parameters as lab run --save-model writes them');
  const shape = { inputs: tensors.get('layers.0.kernel')!.shape[0]!, layers };
  const parameters = fromTensors(shape, tensors);
  return {
    parameters,
    ...(data !== undefined && { data: checkModelData(data, `${file}, data`, shape) }),
    ...(network !== undefined && { network: readArchitecture(network, file) }),
  };
}

interface Parts {
  tensors: Map<string, Tensor>;
  /** Not checked yet. */
  data?: unknown;
  network?: string | undefined;
}

function readParts(bytes: Uint8Array, file: string): Parts {
  if (file.endsWith('.safetensors')) {
    const { tensors, metadata } = readSafetensors(bytes, file);
    const { [DATA]: data, [ARCHITECTURE]: network } = metadata;
    return { tensors, ...(data !== undefined && { data: parseJson(data, `${file}, ${DATA}`) }), network };
  }
  if (file.endsWith('.json')) {
    const text = new TextDecoder().decode(bytes);
    return { tensors: readParameterTensors(text, file), data: asObject(parseJson(text, file), file)['data'] };
  }
  throw new ModelError(file, 'a file of another kind', 'a file whose name ends in .safetensors or .json');
}

/** As much of the layer as its tensors tell; what does not fit together is found by `fromTensors`. */
function layerOf(tensors: ReadonlyMap<string, Tensor>, layer: number): LayerPlan {
  const { shape } = tensors.get(`layers.${layer}.kernel`)!;
  const kind = tensors.has(`layers.${layer}.movingMean`) ? 'batch' : tensors.has(`layers.${layer}.gamma`) ? 'layer' : undefined;
  return {
    units: shape[1] ?? 0,
    activation: { name: 'linear' },
    ...(kind && { normalization: { kind, position: 'before', momentum: 0, epsilon: 1 } }),
  };
}
