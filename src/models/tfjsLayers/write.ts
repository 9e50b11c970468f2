/** A model in the layers format of TensorFlow.js, as `tf.loadLayersModel` reads it. */
import type { Constraint } from '../../nn/catalog.ts';
import type { LayerPlan, Penalty } from '../../engines/engine.ts';
import type { JsonObject } from '../json.ts';
import { isScaled } from '../modelData.ts';
import { ModelError } from '../modelError.ts';
import type { Model } from '../modelFile.ts';
import { parameterShapes, toTensors, type ParameterKey, type Tensor } from '../tensors.ts';
import { writeActivation } from './activations.ts';
import { featureScaling, labelScaling, type ScalingLayer } from './scalingLayers.ts';
import { WEIGHT_NAMES, WEIGHTS_FILE, type LayerJson, type ModelJson, type WeightJson } from './format.ts';

export interface WrittenModel {
  /** For `model.json`. */
  json: ModelJson;
  /** For the file that `json` names, WEIGHTS_FILE. */
  weights: Uint8Array<ArrayBuffer>;
  /** What the format has no place for, in words. It matters for training further, not for predictions. */
  leftOut: string[];
}

/** Throws a ModelError for an activation that TensorFlow.js does not have, or parameters that do not fit. */
export function writeTfjsLayers({ network, parameters, data }: Model): WrittenModel {
  const tensors = toTensors(network, parameters);
  const layers: LayerJson[] = [];
  const variables: { name: string; tensor: Tensor }[] = [];
  const leftOut: string[] = [];
  const scale = ({ json, weights }: ScalingLayer): void => {
    layers.push(json);
    variables.push(...weights);
  };
  if (data && isScaled(data.features)) scale(featureScaling(data.features));
  layers.push(...disturbances('input', network.inputNoise, network.inputDropout));
  network.layers.forEach((layer, index) => {
    const inputs = index === 0 ? network.inputs : network.layers[index - 1]!.units;
    const add = (name: string, key: ParameterKey): void => {
      variables.push({ name: `${name}/${WEIGHT_NAMES[key]}`, tensor: tensors.get(`layers.${index}.${key}`)! });
    };
    layers.push(...layerJsons(layer, `layer_${index}`, leftOut));
    for (const key of Object.keys(parameterShapes(layer, inputs)) as ParameterKey[]) {
      add(key === 'kernel' || key === 'bias' ? `layer_${index}_dense` : `layer_${index}_normalization`, key);
    }
  });
  if (data && isScaled(data.labels)) scale(labelScaling(data.labels));
  Object.assign(layers[0]!.config, { batch_input_shape: [null, network.inputs], dtype: 'float32' });
  return {
    json: {
      format: 'layers-model',
      generatedBy: 'Fully Connected',
      convertedBy: null,
      modelTopology: { class_name: 'Sequential', config: { name: 'sequential', layers }, keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' },
      weightsManifest: [{ paths: [WEIGHTS_FILE], weights: variables.map(({ name, tensor }): WeightJson => ({ name, shape: tensor.shape, dtype: 'float32' })) }],
      userDefinedMetadata: { loss: network.loss, ...(data && { data }) },
    },
    weights: littleEndian(variables.map(({ tensor }) => tensor.values)),
    leftOut,
  };
}

/** The layers of theirs that one of ours becomes, in the order in which they act. */
function layerJsons(layer: LayerPlan, name: string, leftOut: string[]): LayerJson[] {
  const { units, normalization } = layer;
  const activation = writeActivation(layer.activation, `${name}_activation`, name);
  const inDense = 'name' in activation && normalization?.position !== 'before';
  const bare = inDense && !normalization;
  if (layer.activityPenalty && !bare) leftOut.push(`${name}: the activity penalty, which TensorFlow.js has on dense layers only`);
  if (layer.sumDropout) leftOut.push(`${name}: the dropout before its activation, which our networks would not read back`);
  const dense: LayerJson = {
    class_name: 'Dense',
    config: {
      units,
      activation: inDense ? activation.name : 'linear',
      use_bias: true,
      kernel_regularizer: regularizer(layer.kernelPenalty),
      bias_regularizer: regularizer(layer.biasPenalty),
      activity_regularizer: bare ? regularizer(layer.activityPenalty) : null,
      kernel_constraint: constraintJson(layer.constraint),
      bias_constraint: null,
      name: `${name}_dense`,
      trainable: true,
    },
  };
  const own = inDense
    ? []
    : [
        'layer' in activation
          ? activation.layer
          : { class_name: 'Activation', config: { activation: activation.name, name: `${name}_activation`, trainable: true } },
      ];
  const normal = normalization ? [normalizationJson(normalization, `${name}_normalization`)] : [];
  const middle = normalization?.position === 'before' ? [...normal, ...own] : [...own, ...normal];
  return [dense, ...middle, ...disturbances(name, layer.noise, layer.dropout)];
}

function disturbances(name: string, noise = 0, dropout = 0): LayerJson[] {
  return [
    ...(noise > 0 ? [{ class_name: 'GaussianNoise', config: { stddev: noise, name: `${name}_noise`, trainable: true } }] : []),
    ...(dropout > 0 ? [{ class_name: 'Dropout', config: { rate: dropout, noise_shape: null, seed: null, name: `${name}_dropout`, trainable: true } }] : []),
  ];
}

function normalizationJson({ kind, momentum, epsilon }: NonNullable<LayerPlan['normalization']>, name: string): LayerJson {
  const both = { epsilon, center: true, scale: true, name, trainable: true };
  if (kind === 'batch') return { class_name: 'BatchNormalization', config: { ...both, axis: -1, momentum } };
  return { class_name: 'LayerNormalization', config: { ...both, axis: [1] } };
}

function regularizer(penalty: Penalty | undefined): JsonObject | null {
  return penalty && (penalty.l1 > 0 || penalty.l2 > 0) ? { class_name: 'L1L2', config: { l1: penalty.l1, l2: penalty.l2 } } : null;
}

/** Along axis 0: over the incoming weights of each unit. */
function constraintJson(constraint: Constraint | undefined): JsonObject | null {
  switch (constraint?.name) {
    case undefined:
      return null;
    case 'maxNorm':
      return { class_name: 'MaxNorm', config: { max_value: constraint['limit'], axis: 0 } };
    case 'minMaxNorm':
      return { class_name: 'MinMaxNorm', config: { min_value: constraint['least'], max_value: constraint['greatest'], rate: constraint['rate'], axis: 0 } };
    case 'unitNorm':
      return { class_name: 'UnitNorm', config: { axis: 0 } };
    case 'nonNegative':
      return { class_name: 'NonNeg', config: {} };
    default:
      throw new ModelError('constraint', constraint!.name, 'maxNorm, minMaxNorm, unitNorm, nonNegative');
  }
}

function littleEndian(parts: Float32Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    for (const value of part) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  }
  return bytes;
}
