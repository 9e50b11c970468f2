/** The parameters in a file, whatever network they belong to: what they must fit is known to the one who asks. */
import type { LayerParameters, LayerPlan } from '../engines/engine.ts';
import { ModelError } from './modelError.ts';
import { readParameterTensors } from './parametersJson.ts';
import { readSafetensors } from './safetensors.ts';
import { fromTensors, type Tensor } from './tensors.ts';

/**
 * `file`: its name, which ends in `.safetensors` or `.json`, and stands for it in messages. One entry per layer.
 * Throws a ModelError for another kind of file, a damaged one, or tensors that make no fully connected network.
 */
export function readParameterFile(bytes: Uint8Array, file: string): LayerParameters[] {
  const tensors = readTensors(bytes, file);
  const layers: LayerPlan[] = [];
  for (let layer = 0; tensors.has(`layers.${layer}.kernel`); layer++) layers.push(layerOf(tensors, layer));
  if (layers.length === 0) throw new ModelError(file, 'no tensor layers.0.kernel', 'parameters as lab run --save-model writes them');
  return fromTensors({ inputs: tensors.get('layers.0.kernel')!.shape[0]!, layers }, tensors);
}

function readTensors(bytes: Uint8Array, file: string): Map<string, Tensor> {
  if (file.endsWith('.safetensors')) return readSafetensors(bytes, file).tensors;
  if (file.endsWith('.json')) return readParameterTensors(new TextDecoder().decode(bytes), file);
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
