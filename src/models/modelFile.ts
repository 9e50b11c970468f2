/** A whole model in one safetensors file: the parameters as tensors, the architecture and what its numbers mean in its metadata. */
import type { LayerParameters, NetworkPlan } from '../engines/engine.ts';
import { readArchitecture, writeArchitecture } from './architectureJson.ts';
import { parseJson } from './json.ts';
import { checkModelData, type ModelData } from './modelData.ts';
import { ModelError } from './modelError.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';
import { fromTensors, toTensors } from './tensors.ts';

export interface Model {
  network: NetworkPlan;
  /** One entry per layer. */
  parameters: LayerParameters[];
  /** Unknown of a model from elsewhere. */
  data?: ModelData;
}

export const ARCHITECTURE = 'fully-connected/network';
export const DATA = 'fully-connected/data';

export function writeModelFile({ network, parameters, data }: Model): Uint8Array<ArrayBuffer> {
  return writeSafetensors({
    tensors: toTensors(network, parameters),
    metadata: { [ARCHITECTURE]: writeArchitecture(network), ...(data && { [DATA]: JSON.stringify(data) }) },
  });
}

/** Throws a ModelError. `network`: the architecture, for a file that has none in it. */
export function readModelFile(bytes: Uint8Array, file: string, network?: NetworkPlan): Model {
  const { tensors, metadata } = readSafetensors(bytes, file);
  const text = metadata[ARCHITECTURE];
  if (text === undefined && !network)
    throw new ModelError(file, `no "${ARCHITECTURE}" in its metadata`, 'a file that has it, or an architecture given with the file');
  const own = text === undefined ? network! : readArchitecture(text, file);
  const words = metadata[DATA];
  const where = `${file}, ${DATA}`;
  return {
    network: own,
    parameters: fromTensors(own, tensors),
    ...(words !== undefined && { data: checkModelData(parseJson(words, where), where, own) }),
  };
}
