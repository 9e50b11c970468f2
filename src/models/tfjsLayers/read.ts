/**
 * A model from the layers format of TensorFlow.js, as `model.save` and the converter from Keras write it: a
 * Sequential of dense layers, with activations, batch or layer normalization, Gaussian noise and dropout in
 * the order in which our layers have them.
 */
import type { LayerParameters, NetworkPlan } from '../../engines/engine.ts';
import type { Loss } from '../../nn/catalog.ts';
import { checkNetwork } from '../architectureJson.ts';
import { asArray, asObject, isObject, shown } from '../json.ts';
import { checkModelData } from '../modelData.ts';
import { ModelError } from '../modelError.ts';
import type { Model } from '../modelFile.ts';
import { layerInputs, parameterShapes, PARAMETER_KEYS, type Tensor } from '../tensors.ts';
import { WEIGHT_NAMES, type LayerJson } from './format.ts';
import { readLayers, type NamedLayer } from './readLayers.ts';
import { readWeights } from './readWeights.ts';
import { isScalingLayer, withoutScaling } from './scalingLayers.ts';

/**
 * `json`: the parsed `model.json`; `files`: bytes of the binary files it names. The loss is the one that our
 * writer notes, or else the usual one for the output activation. Throws a ModelError for what our networks
 * do not have.
 */
export function readTfjsLayers(json: unknown, files: ReadonlyMap<string, Uint8Array>): Model {
  const { modelTopology, weightsManifest, userDefinedMetadata } = asObject(json, 'model.json');
  const topology = asObject(modelTopology, 'modelTopology');
  // The converter from Keras puts the model one level deeper.
  const model = asObject(topology['model_config'] ?? topology, 'modelTopology');
  if (model['class_name'] !== 'Sequential') throw new ModelError('modelTopology, class_name', shown(model['class_name']), '"Sequential"');
  const config = model['config'];
  const list = asArray(Array.isArray(config) ? config : asObject(config, 'modelTopology, config')['layers'], 'modelTopology, config.layers');
  const noted = isObject(userDefinedMetadata) ? userDefinedMetadata : {};
  const all = list.map(asLayer);
  const scaling = all.find(isScalingLayer);
  // Without a word about it the model would be read as one that takes scaled numbers.
  if (scaling && noted['data'] === undefined)
    throw new ModelError('userDefinedMetadata.data', 'nothing', `what the layer ${shown(scaling.config['name'])} scales, as it was written with the model`);
  const { inputs, inputNoise, inputDropout, layers } = readLayers(withoutScaling(all));
  const network = checkNetwork(
    {
      inputs,
      ...(inputNoise !== undefined && { inputNoise }),
      ...(inputDropout !== undefined && { inputDropout }),
      layers: layers.map(({ plan }) => plan),
      loss: noted['loss'] ?? usualLoss(layers),
    },
    'model.json',
  );
  const weights = readWeights(weightsManifest, files);
  return {
    network,
    parameters: layerInputs(network).map((width, index) => readParameters(network, index, width, layers[index]!, weights)),
    ...(noted['data'] !== undefined && { data: checkModelData(noted['data'], 'userDefinedMetadata.data', network) }),
  };
}

function asLayer(value: unknown, index: number): LayerJson {
  const { class_name: className, config } = asObject(value, `layer ${index}`);
  if (typeof className !== 'string') throw new ModelError(`layer ${index}, class_name`, shown(className), 'a text');
  return { class_name: className, config: asObject(config, `layer ${index}, config`) };
}

function usualLoss(layers: readonly NamedLayer[]): Loss {
  const output = layers.at(-1)?.plan.activation.name;
  return { name: output === 'softmax' ? 'categoricalCrossentropy' : output === 'sigmoid' ? 'binaryCrossentropy' : 'meanSquaredError' };
}

function readParameters(
  network: NetworkPlan,
  index: number,
  width: number,
  { dense, normalization }: NamedLayer,
  weights: ReadonlyMap<string, Tensor>,
): LayerParameters {
  const shapes = parameterShapes(network.layers[index]!, width);
  const found: Partial<LayerParameters> = {};
  for (const key of PARAMETER_KEYS) {
    const shape = shapes[key];
    if (!shape) continue;
    const layer = key === 'kernel' || key === 'bias' ? dense : normalization!;
    const tensor = findWeight(weights, `${layer}/${WEIGHT_NAMES[key]}`);
    if (tensor && tensor.shape.join() !== shape.join())
      throw new ModelError(`${layer}/${WEIGHT_NAMES[key]}`, `the shape [${tensor.shape.join(', ')}]`, `[${shape.join(', ')}]`);
    // Layers may be made without a bias, without a scale (gamma) or without a centre (beta).
    if (!tensor && (key === 'kernel' || key.startsWith('moving')))
      throw new ModelError(`${layer}/${WEIGHT_NAMES[key]}`, 'no such weight', `the shape [${shape.join(', ')}]`);
    found[key] = tensor?.values ?? new Float32Array(shape[0]!).fill(key === 'gamma' ? 1 : 0);
  }
  return found as LayerParameters;
}

/** By its name, or by a longer one that ends with it: Keras puts the name of the model, or the layer's again, before it. */
function findWeight(weights: ReadonlyMap<string, Tensor>, name: string): Tensor | undefined {
  const longer = [...weights.keys()].filter((key) => key.endsWith(`/${name}`));
  return weights.get(name) ?? (longer.length === 1 ? weights.get(longer[0]!) : undefined);
}
