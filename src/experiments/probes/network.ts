/** The network itself, small enough to be drawn: its weights and biases, and what each unit puts out on average. */
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export interface NetworkReading {
  /** Units of each layer, features first; of which the first ones are in `layers` and `means`. */
  widths: number[];
  /** weights[input][unit], of what is kept of both. */
  layers: { weights: number[][]; biases: number[] }[];
  /** means[layer][unit]: mean over examples of the feature as the network sees it, and of each unit's output. */
  means: number[][];
}

export const network: PointProbe<NetworkReading> = {
  name: 'network',
  title: 'network',
  summary: 'Weights, biases and mean activations of the first units of every layer.',
  options: { every, examples, units: count('units of each layer, at most', 16, 1, 64) },
  when: 'points',
  async read(context, options) {
    const rows = trainingRows(context, Number(options.examples));
    const outputs = [rows.x, ...(await context.trainer.activations(rows.x, rows.examples))];
    const widths = outputs.map((values) => values.length / rows.examples);
    const kept = widths.map((width) => Math.min(width, Number(options.units)));
    return {
      widths,
      layers: context.parameters.map(({ kernel, bias }, layer) => ({
        weights: Array.from({ length: kept[layer]! }, (_, input) => Array.from(kernel.subarray(input * bias.length, input * bias.length + kept[layer + 1]!))),
        biases: Array.from(bias.subarray(0, kept[layer + 1])),
      })),
      means: outputs.map((values, layer) => Array.from({ length: kept[layer]! }, (_, unit) => columnMean(values, widths[layer]!, unit))),
    };
  },
};

function columnMean(values: Float32Array, width: number, column: number): number {
  let sum = 0;
  for (let i = column; i < values.length; i += width) sum += values[i]!;
  return (sum * width) / values.length;
}
