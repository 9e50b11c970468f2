/**
 * Scaling as layers of TensorFlow.js, so that a loaded model takes and gives the data's own units: of the features a batch normalization
 * with their shift as mean and their scale as deviation, of the labels a dense layer whose kernel is diagonal. Neither is trained.
 */
import { shown } from '../json.ts';
import type { Column } from '../modelData.ts';
import { ModelError } from '../modelError.ts';
import type { Tensor } from '../tensors.ts';
import { WEIGHT_NAMES, type LayerJson } from './format.ts';

const FEATURE_SCALING = 'feature_scaling';
const LABEL_SCALING = 'label_scaling';
/** Its square, and that of its inverse, are numbers of 32 bits. */
const SMALLEST = 1e-18;

export interface ScalingLayer {
  json: LayerJson;
  weights: { name: string; tensor: Tensor }[];
}

/** Throws a ModelError for a scale whose square is no number of 32 bits. */
export function featureScaling(features: readonly Column[]): ScalingLayer {
  const extreme = features.find(({ scale }) => !(Math.abs(scale) >= SMALLEST && Math.abs(scale) <= 1 / SMALLEST));
  if (extreme) throw new ModelError(`feature ${shown(extreme.name)}`, `a scale of ${extreme.scale}`, `${SMALLEST} to ${1 / SMALLEST} in this form`);
  const vector = (of: (column: Column) => number): Tensor => ({ shape: [features.length], values: Float32Array.from(features, of) });
  return {
    json: {
      class_name: 'BatchNormalization',
      config: { epsilon: 0, center: false, scale: false, axis: -1, momentum: 0.99, name: FEATURE_SCALING, trainable: false },
    },
    weights: [
      { name: `${FEATURE_SCALING}/${WEIGHT_NAMES.movingMean}`, tensor: vector(({ shift }) => shift) },
      { name: `${FEATURE_SCALING}/${WEIGHT_NAMES.movingVariance}`, tensor: vector(({ scale }) => scale * scale) },
    ],
  };
}

export function labelScaling(labels: readonly Column[]): ScalingLayer {
  const count = labels.length;
  const kernel = new Float32Array(count * count);
  labels.forEach(({ scale }, index) => (kernel[index * count + index] = scale));
  return {
    json: { class_name: 'Dense', config: { units: count, activation: 'linear', use_bias: true, name: LABEL_SCALING, trainable: false } },
    weights: [
      { name: `${LABEL_SCALING}/${WEIGHT_NAMES.kernel}`, tensor: { shape: [count, count], values: kernel } },
      { name: `${LABEL_SCALING}/${WEIGHT_NAMES.bias}`, tensor: { shape: [count], values: Float32Array.from(labels, ({ shift }) => shift) } },
    ],
  };
}

export function isScalingLayer({ config }: LayerJson): boolean {
  return config['name'] === FEATURE_SCALING || config['name'] === LABEL_SCALING;
}

/** The layers of the network itself; the first keeps the shape of the input. */
export function withoutScaling(list: readonly LayerJson[]): LayerJson[] {
  const rest = list.filter((layer) => !isScalingLayer(layer));
  const [first, ...others] = rest;
  const shape = list[0]?.config['batch_input_shape'] ?? list[0]?.config['batch_shape'];
  if (!first || shape === undefined || first === list[0]) return rest;
  return [{ ...first, config: { ...first.config, batch_input_shape: shape } }, ...others];
}
