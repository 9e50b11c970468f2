/** Mean, variance and histogram of each layer's weights, without biases. */
import { layerValues, type LayerValues } from './layerValues.ts';
import { count, every, type PointProbe } from './probe.ts';

export const weights: PointProbe<{ layers: LayerValues[] }> = {
  name: 'weights',
  title: 'weights',
  summary: 'Mean, variance and histogram of the weights of every layer, and the share that is zero.',
  options: { every, bins: count('bins of the histogram', 20, 1, 200) },
  when: 'points',
  async read({ parameters }, options) {
    return { layers: parameters.map(({ kernel }) => layerValues(kernel, Number(options.bins))) };
  },
};
