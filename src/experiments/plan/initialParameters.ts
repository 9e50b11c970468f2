/** The parameters that a network starts with. */
import type { LayerParameters } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import { initializers, type Initializer } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import { layerScales } from './layerScales.ts';
import { isGiven } from '../configuration/checkGiven.ts';
import type { Configuration, GivenParameters } from '../configuration/configuration.ts';

/**
 * Weights by the initializer, each layer's from its own stream; biases 0, unless they are given. Hidden layers that are
 * normalized start with γ 1 and β 0, running mean 0 and variance 1.
 */
export function initialParameters(
  { network, training }: Pick<Configuration, 'network' | 'training'>,
  widths: number[],
  kernel: Kernel,
  seed: number,
): LayerParameters[] {
  const { initializer, normalization, hidden } = network;
  const scales = layerScales({ network, training });
  return widths.slice(1).map((units, layer) => {
    const given: Partial<GivenParameters> = isGiven(initializer) ? initializer.parameters[layer]! : {};
    const dense = given.kernel
      ? { kernel: Float32Array.from(given.kernel.flat()), bias: Float32Array.from(given.bias!) }
      : {
          kernel: scaled(drawWeights(initializer as Initializer, widths[layer]!, units, kernel, seed, layer), scales?.[layer]?.start),
          bias: new Float32Array(units),
        };
    return layer < hidden.length && normalization ? { ...dense, ...normalized(normalization.name, units, given) } : dense;
  });
}

/** [inputs][units], from the stream (seed, 'initializer', index). */
export function drawWeights(initializer: Initializer, inputs: number, units: number, kernel: Kernel, seed: number, index: number): Float32Array {
  const weights = new Float32Array(inputs * units);
  const mark = kernel.mark();
  findEntry('initializer', initializers, initializer.name).fill(weights, inputs, units, initializer, openStream(kernel, seed, 'initializer', index));
  kernel.release(mark);
  return weights;
}

/** In place. */
function scaled(weights: Float32Array, factor = 1): Float32Array {
  if (factor !== 1) for (const [i, weight] of weights.entries()) weights[i] = weight * factor;
  return weights;
}

function normalized(kind: string, units: number, { gamma, beta, movingMean, movingVariance }: Partial<GivenParameters>): Partial<LayerParameters> {
  const start = (values: number[] | undefined, value: number) => (values ? Float32Array.from(values) : new Float32Array(units).fill(value));
  const scale = { gamma: start(gamma, 1), beta: start(beta, 0) };
  return kind === 'batch' ? { ...scale, movingMean: start(movingMean, 0), movingVariance: start(movingVariance, 1) } : scale;
}
