/**
 * How much the gradients of single examples scatter about their mean, which is the gradient of the loss: the noise scale of McCandlish et al.
 * (2018), there B_simple. A batch of so many examples has a gradient whose noise is as large as the gradient itself. Where a layer
 * normalizes by its batch, the gradient of a batch is no mean over examples, and this says nothing.
 */
import type { LayerParameters } from '../../engines/engine.ts';
import { TRAINED } from './norms.ts';
import { every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export interface GradientNoise {
  /** Variance of the gradient of one example, summed over the parameters: the trace of its covariance. */
  variance: number;
  /** Squared norm of the gradient of the loss. */
  square: number;
  /** The former over the latter, in examples. */
  scale: number;
}

/** Gradients from one pause to the next. */
const BETWEEN_PAUSES = 64;

export const gradientNoise: PointProbe<GradientNoise> = {
  name: 'gradientNoise',
  title: 'gradient noise',
  summary: 'Variance of the gradient of one example, over the squared norm of the mean gradient: the noise scale, in examples.',
  options: { every, examples },
  when: 'points',
  async read({ trainer, pause, ...context }, options) {
    const rows = trainingRows({ trainer, pause, ...context }, Number(options.examples));
    const [inputs, outputs] = [rows.x.length / rows.examples, rows.y.length / rows.examples];
    let mean: Float64Array | undefined;
    let squares = 0;
    for (let row = 0; row < rows.examples; row++) {
      if (row % BETWEEN_PAUSES === 0) await pause();
      const own = await trainer.gradients(rows.x.subarray(row * inputs, (row + 1) * inputs), rows.y.subarray(row * outputs, (row + 1) * outputs), 1);
      mean ??= new Float64Array(own.reduce((sum, layer) => sum + sizeOf(layer), 0));
      squares += addTo(mean, own, rows.examples) / rows.examples;
    }
    const square = mean ? mean.reduce((sum, value) => sum + value * value, 0) : 0;
    const variance = Math.max(0, squares - square);
    return { variance, square, scale: variance / square };
  },
};

function sizeOf(layer: LayerParameters): number {
  return TRAINED.reduce((sum, key) => sum + (layer[key]?.length ?? 0), 0);
}

/** Adds the share of one gradient to the mean of `count`; gives its squared norm. */
function addTo(mean: Float64Array, layers: LayerParameters[], count: number): number {
  let [place, square] = [0, 0];
  for (const layer of layers) {
    for (const key of TRAINED) {
      for (const value of layer[key] ?? []) {
        mean[place++]! += value / count;
        square += value * value;
      }
    }
  }
  return square;
}
