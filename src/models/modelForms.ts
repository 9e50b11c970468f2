/** The forms in which a trained network is saved, each as one or more files. */
import { writeArchitecture } from './architectureJson.ts';
import { writeModelFile, type Model } from './modelFile.ts';
import { writeParametersJson } from './parametersJson.ts';
import { WEIGHTS_FILE } from './tfjsLayers/format.ts';
import { writeTfjsLayers } from './tfjsLayers/write.ts';

/** Content by what follows the model's name in the name of the file. */
export type ModelFiles = Record<string, string | Uint8Array<ArrayBuffer>>;

export interface ModelForm {
  title: string;
  /** Throws a ModelError where the form cannot hold the model. `leftOut`: what it has no place for, in words. */
  write(model: Model): { files: ModelFiles; leftOut?: string[] };
}

export const MODEL_FORMS = {
  /** modelFile.ts: one file, with the architecture in its metadata. */
  safetensors: { title: 'safetensors', write: (model) => ({ files: { '.safetensors': writeModelFile(model) } }) },
  parameters: {
    title: 'parameters as JSON',
    write: ({ network, parameters, data }) => ({ files: { '.parameters.json': writeParametersJson(network, parameters, data) } }),
  },
  architecture: { title: 'architecture as JSON', write: ({ network, data }) => ({ files: { '.architecture.json': writeArchitecture(network, data) } }) },
  tfjs: {
    title: 'TensorFlow.js layers',
    write(model) {
      const { json, weights, leftOut } = writeTfjsLayers(model);
      return { files: { '.tfjs/model.json': `${JSON.stringify(json, null, 2)}\n`, [`.tfjs/${WEIGHTS_FILE}`]: weights }, leftOut };
    },
  },
} as const satisfies Record<string, ModelForm>;
