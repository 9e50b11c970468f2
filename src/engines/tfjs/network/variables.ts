/** The variables of a network, in the order in which this engine keeps their tensors. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Choice } from '../../../nn/entry.ts';
import type { LayerParameters, NetworkPlan, Penalty } from '../../engine.ts';

/** A trained variable, or a running statistic. */
export interface Variable {
  layer: number;
  key: keyof LayerParameters;
  shape: [number] | [number, number];
  penalty?: Penalty;
  constraint?: Choice;
  /** Learning rate as a multiple of the network's. */
  rate?: number;
  /** Stays as it is. */
  frozen?: true;
}

/** Kernel and bias, then γ and β if there are, of the first layer, then of the second, … */
export function trainedVariables({ inputs, layers }: NetworkPlan): Variable[] {
  return layers.flatMap(({ units, normalization, kernelPenalty, biasPenalty, constraint, kernelRate, biasRate, frozen }, layer): Variable[] => {
    const shape: [number] = [units];
    const all: Variable[] = [
      { layer, key: 'kernel', shape: [layers[layer - 1]?.units ?? inputs, units], penalty: kernelPenalty, constraint, rate: kernelRate },
      { layer, key: 'bias', shape, penalty: biasPenalty, rate: biasRate },
      ...(normalization
        ? [
            { layer, key: 'gamma' as const, shape },
            { layer, key: 'beta' as const, shape },
          ]
        : []),
    ];
    return frozen ? all.map(({ layer, key, shape }) => ({ layer, key, shape, frozen })) : all;
  });
}

/** Running mean and variance of each batch-normalized layer. */
export function runningStatistics({ layers }: NetworkPlan): Variable[] {
  return layers.flatMap(({ units, normalization }, layer): Variable[] => {
    if (normalization?.kind !== 'batch') return [];
    return [
      { layer, key: 'movingMean', shape: [units] },
      { layer, key: 'movingVariance', shape: [units] },
    ];
  });
}

/** Upload what `variables` names. The caller disposes it. Throws where it is missing or of another size. */
export function upload(variables: readonly Variable[], parameters: readonly LayerParameters[]): Tensor[] {
  return variables.map(({ layer, key, shape }) => {
    const values = parameters[layer]?.[key];
    const count = shape.reduce((product, n) => product * n, 1);
    if (values?.length !== count) {
      throw new Error(`Parameters of layer ${layer + 1}: expected ${count} numbers for ${key} (${shape.join(' × ')}), found ${values?.length ?? 'none'}.`);
    }
    return tensor(values, shape, 'float32');
  });
}

/** Read tensors back into layers. */
export async function download(variables: readonly Variable[], tensors: readonly Tensor[]): Promise<LayerParameters[]> {
  const values = await Promise.all(tensors.map((values) => values.data<'float32'>()));
  const layers: Partial<LayerParameters>[] = [];
  variables.forEach(({ layer, key }, i) => ((layers[layer] ??= {})[key] = values[i]!.slice()));
  return layers as LayerParameters[];
}
