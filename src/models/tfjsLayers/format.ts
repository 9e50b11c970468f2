/** The format of TensorFlow.js for models of layers: `model.json`, and the weights in a binary file beside it. */
import type { JsonObject } from '../json.ts';
import type { ModelData } from '../modelData.ts';

export interface LayerJson {
  class_name: string;
  config: JsonObject;
}

export interface WeightJson {
  name: string;
  shape: number[];
  dtype: string;
}

export interface ModelJson {
  format: 'layers-model';
  generatedBy: string;
  convertedBy: null;
  modelTopology: {
    class_name: 'Sequential';
    config: { name: string; layers: LayerJson[] };
    keras_version: string;
    backend: string;
  };
  weightsManifest: { paths: string[]; weights: WeightJson[] }[];
  /** The loss has no place in the topology of a model that is not compiled. */
  userDefinedMetadata: { loss: JsonObject; data?: ModelData };
}

export const WEIGHTS_FILE = 'model.weights.bin';

/** Names of the variables in the files of Keras and TensorFlow.js, by ours. */
export const WEIGHT_NAMES = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
} as const;
