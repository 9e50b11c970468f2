/** What the first units look for in a picture: their incoming weights, pixel by pixel. */
import { count, every, type PointProbe } from './probe.ts';

export interface FirstLayer {
  /** Of the picture, in pixels. */
  width: number;
  height: number;
  /** Largest size of the weights shown; 0 if all are 0. */
  largest: number;
  /** units[unit][pixel], row by row: hundredths of `largest`, from -100 to 100, which is finer than an eye can see. */
  units: number[][];
}

export const firstLayer: PointProbe<FirstLayer> = {
  name: 'firstLayer',
  title: 'weights as pictures',
  summary: 'Weights from the pixels of a picture to units of the first layer.',
  options: { every, units: count('units, the first ones, at most', 16, 1, 64) },
  when: 'points',
  lacks: ({ image, features }) => (image ? undefined : `data whose features are the pixels of a picture; these have ${features} other ones`),
  async read({ parameters, plan: { examples } }, options) {
    const [first] = parameters;
    const { width, height } = examples.image!;
    const { kernel, bias } = first!;
    const kept = Array.from({ length: Math.min(bias.length, Number(options.units)) }, (_, unit) => kernel.filter((__, i) => i % bias.length === unit));
    const largest = Math.max(...kept.map((weights) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)));
    const hundredths = (weight: number) => (largest > 0 ? Math.round((100 * weight) / largest) : 0);
    return { width, height, largest, units: kept.map((weights) => Array.from(weights, hundredths)) };
  },
};
