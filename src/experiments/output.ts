/** The output layer follows from the loss and the data: which task a loss is for, how wide the layer is, which activations go with it. */
import type { DataShape, Task } from '../datasets/dataset.ts';
import type { Configuration } from './types.ts';

export interface OutputRule {
  task: Task;
  /** Output activations that go with the loss; the first is the default. */
  activations: readonly [string, ...string[]];
  units(shape: DataShape): number;
}

/** By name of the loss. */
export const OUTPUT_RULES: Record<string, OutputRule> = {
  meanSquaredError: { task: 'regression', activations: ['linear', 'sigmoid', 'tanh', 'relu'], units: ({ labels }) => labels },
  binaryCrossentropy: { task: 'classification', activations: ['sigmoid'], units: () => 1 },
  categoricalCrossentropy: { task: 'classification', activations: ['softmax'], units: ({ classes }) => classes },
};

export function outputRule(loss: string): OutputRule {
  const rule = OUTPUT_RULES[loss];
  if (!rule) throw new Error(`No output layer is known for the loss "${loss}".`);
  return rule;
}

/** Widths from the features to the outputs: [features, …hidden, outputs]. */
export function layerWidths({ network, training }: Configuration, shape: DataShape): number[] {
  return [shape.features, ...network.hidden, outputRule(training.loss.name).units(shape)];
}

/** Learned parameters: a weight per pair of units, a bias per unit. */
export function parameterCount(widths: readonly number[]): number {
  return widths.slice(1).reduce((count, units, layer) => count + (widths[layer]! + 1) * units, 0);
}
