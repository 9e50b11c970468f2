/** Mean, variance and histogram of each layer's activations, and the share of its units that are dead. */
import { histogram, moments, type Histogram } from './histogram.ts';
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export interface LayerActivations {
  mean: number;
  variance: number;
  /** Share of units that put out exactly 0 for every example: what happens to units of relu that have died. */
  dead: number;
  /** Not in recordings: no figure draws it. */
  histogram?: Histogram;
}

export const activations: PointProbe<{ layers: LayerActivations[] }> = {
  name: 'activations',
  title: 'activations',
  summary: 'Mean, variance and histogram of the outputs of every layer, and its share of dead units.',
  options: { every, examples, bins: count('bins of the histogram', 20, 1, 200) },
  when: 'points',
  async read(context, options) {
    const rows = trainingRows(context, Number(options.examples));
    const outputs = await context.trainer.activations(rows.x, rows.examples);
    return {
      layers: outputs.map((values) => ({
        ...moments(values),
        dead: deadShare(values, values.length / rows.examples),
        histogram: histogram(values, Number(options.bins)),
      })),
    };
  },
  keep: ({ layers }) => ({ layers: layers.map(({ mean, variance, dead }) => ({ mean, variance, dead })) }),
};

/** `values`: [examples][units]. */
function deadShare(values: Float32Array, units: number): number {
  const alive = new Uint8Array(units);
  values.forEach((value, i) => {
    if (value !== 0) alive[i % units] = 1;
  });
  return alive.filter((flag) => flag === 0).length / units;
}
