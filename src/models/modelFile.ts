/** A whole model in one safetensors file: the parameters as tensors, the architecture in its metadata. */
import type { LayerParameters, NetworkPlan } from '../engines/engine.ts';
import { readArchitecture, writeArchitecture } from './architectureJson.ts';
import { ModelError } from './modelError.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';
import { fromTensors, toTensors } from './tensors.ts';

export interface Model {
  network: NetworkPlan;
  /** One entry per layer. */
  parameters: LayerParameters[];
}

const ARCHITECTURE = 'fully-connected/network';

export function writeModelFile({ network, parameters }: Model): Uint8Array<ArrayBuffer> {
  return writeSafetensors({ tensors: toTensors(network, parameters), metadata: { [ARCHITECTURE]: writeArchitecture(network) } });
}

/** Throws a ModelError. `network`: the architecture, for a file that has none in it. */
export function readModelFile(bytes: Uint8Array, file: string, network?: NetworkPlan): Model {
  const { tensors, metadata } = readSafetensors(bytes, file);
  const text = metadata[ARCHITECTURE];
  if (text === undefined && !network)
    throw new ModelError(file, `no "${ARCHITECTURE}" in its metadata`, 'a file that has it, or an architecture given with the file');
  const own = text === undefined ? network! : readArchitecture(text, file);
  return { network: own, parameters: fromTensors(own, tensors) };
}
