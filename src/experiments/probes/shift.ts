/**
 * How far a step of gradient descent makes a layer's gradient outdated: that of the layers before it (Santurkar et al. 2018 measure
 * internal covariate shift so), and that of all. In training all layers move at once, each by a gradient that takes the others to stay.
 */
import type { LayerParameters } from '../../engines/engine.ts';
import { moved } from './directions.ts';
import { layerDistance, layerNorm } from './norms.ts';
import { every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

/** Euclidean distances from the gradient before the step, as shares of its norm. */
export interface LayerShift {
  /** Of the layers before; 0 for the first. */
  earlier: number;
  all: number;
}

export const shift: PointProbe<{ layers: LayerShift[] }> = {
  name: 'shift',
  title: 'shift of the gradient',
  summary: 'How far the gradient of each layer is from where it was, as a share of its norm, after the layers before it took a step, and after all did.',
  options: {
    every,
    examples,
    rate: {
      kind: 'number',
      description: 'learning rate of the step, along the gradient over these examples; 0 for the optimizer’s own',
      default: 0,
      min: 0,
      max: 1_000_000,
    },
  },
  when: 'points',
  async read({ plan, trainer, parameters, pause, ...context }, options) {
    const rows = trainingRows({ plan, trainer, parameters, pause, ...context }, Number(options.examples));
    const rate = Number(options.rate) || Number(plan.plan.training.optimizer.learningRate);
    const gradients = () => trainer.gradients(rows.x, rows.y, rows.examples);
    const before = await gradients();
    const after = async (layers: number) => {
      await pause();
      await trainer.setParameters(moved(parameters, [-rate, firstOf(before, layers)]));
      return gradients();
    };
    const whole = await after(before.length);
    const layers: LayerShift[] = [];
    for (const [layer, own] of before.entries()) {
      const earlier = layer === 0 ? own : (await after(layer))[layer]!;
      layers.push({ earlier: change(own, earlier), all: change(own, whole[layer]!) });
    }
    return { layers };
  },
};

/** The gradient of the first layers; nothing of the others, nor of running statistics. */
function firstOf(gradient: LayerParameters[], layers: number): LayerParameters[] {
  const zeros = (own: LayerParameters) =>
    Object.fromEntries(Object.entries(own).map(([key, values]) => [key, new Float32Array((values as Float32Array).length)]));
  return gradient.map((own, layer) => {
    const still = { movingMean: new Float32Array(own.bias.length), movingVariance: new Float32Array(own.bias.length) };
    return { ...still, ...(layer < layers ? own : (zeros(own) as unknown as LayerParameters)) };
  });
}

/** A gradient of zero that stays where it is has not changed. */
function change(before: LayerParameters, after: LayerParameters): number {
  const distance = layerDistance(after, before);
  return distance === 0 ? 0 : distance / layerNorm(before);
}
