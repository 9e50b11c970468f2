/**
 * What the maximal update parametrization changes: factors on start weights and learning rates of each layer, by powers of how much wider a
 * network is than its base (Yang et al. 2022, table 3). Features and outputs are as many at every width.
 */
import type { Configuration } from '../configuration/configuration.ts';

/** Factors, all 1 where the network is as wide as its base. */
export interface LayerScale {
  /** On the standard deviation of the start weights. */
  start: number;
  /** On the learning rate of weights and of biases. */
  kernelRate: number;
  biasRate: number;
}

/** From the first layer to the output layer; undefined with the standard parametrization. The optimizer is sgd or adam. */
export function layerScales({ network, training }: Pick<Configuration, 'network' | 'training'>): LayerScale[] | undefined {
  const { parametrization, hidden } = network;
  if (!parametrization) return undefined;
  const widths = hidden.map((units) => units / Number(parametrization['base']));
  const sgd = training.optimizer.name === 'sgd';
  return [...hidden.keys(), hidden.length].map((layer): LayerScale => {
    // Of the layer below and of the layer itself.
    const [below, own] = [widths[layer - 1] ?? 1, widths[layer] ?? 1];
    return {
      // Fan-in initializers divide by √below by themselves; the output layer does so once more.
      start: layer === hidden.length ? 1 / Math.sqrt(below) : 1,
      kernelRate: sgd ? own / below : 1 / below,
      biasRate: sgd ? own : 1,
    };
  });
}

/** Whether any layer learns at another rate than the optimizer's. */
export function hasOwnRates(configuration: Pick<Configuration, 'network' | 'training'>): boolean {
  return (layerScales(configuration) ?? []).some(({ kernelRate, biasRate }) => kernelRate !== 1 || biasRate !== 1);
}
