/** Mean, variance and histogram of each layer's biases. */
import { layerValues, type LayerValues } from './layerValues.ts';
import { count, every, type PointProbe } from './probe.ts';

export const biases: PointProbe<{ layers: LayerValues[] }> = {
  name: 'biases',
  title: 'biases',
  summary: 'Mean, variance and histogram of the biases of every layer, and the share that is zero.',
  options: { every, bins: count('bins of the histogram', 20, 1, 200) },
  when: 'points',
  async read({ parameters }, options) {
    return { layers: parameters.map(({ bias }) => layerValues(bias, Number(options.bins))) };
  },
};
