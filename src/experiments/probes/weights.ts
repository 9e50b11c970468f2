/** Mean, variance, norm and histogram of each layer's weights, without biases. */
import { histogram, moments, type Histogram } from './histogram.ts';
import { count, every, type PointProbe } from './probe.ts';

export interface LayerWeights {
  mean: number;
  variance: number;
  /** Share of weights that are exactly 0. */
  zero: number;
  histogram: Histogram;
}

export const weights: PointProbe<{ layers: LayerWeights[] }> = {
  name: 'weights',
  title: 'weights',
  summary: 'Mean, variance and histogram of the weights of every layer, and the share that is zero.',
  options: { every, bins: count('bins of the histogram', 20, 1, 200) },
  when: 'points',
  async read({ parameters }, options) {
    return {
      layers: parameters.map(({ kernel }) => ({
        ...moments(kernel),
        zero: kernel.filter((weight) => weight === 0).length / kernel.length,
        histogram: histogram(kernel, Number(options.bins)),
      })),
    };
  },
};
