/** The output layer follows from the loss and the data: which task a loss is for, how wide the layer is, which activations go with it. */
import type { DataShape, Task } from '../../datasets/dataset.ts';
import { losses } from '../../nn/catalog.ts';
import type { Configuration } from './configuration.ts';

export interface OutputRule {
  /** Output activations that go with the loss; the first is the default. */
  activations: readonly [string, ...string[]];
  units(shape: DataShape, activation: string): number;
}

const NUMBERS: OutputRule = { activations: ['linear', 'sigmoid', 'tanh', 'relu', 'softplus'], units: ({ labels }) => labels };
const DISTRIBUTION: OutputRule = { activations: ['softmax'], units: ({ classes }) => classes };
/** A squared error on classes: of shares that sum to one, or of one share by itself. */
const SHARES: OutputRule = {
  activations: ['softmax', 'sigmoid'],
  units: ({ classes }, activation) => (activation === 'sigmoid' && classes === 2 ? 1 : classes),
};

/** By name of the loss. */
const RULES: Record<string, Partial<Record<Task, OutputRule>>> = {
  meanSquaredError: { regression: NUMBERS, classification: SHARES },
  halfSquaredError: { regression: NUMBERS, classification: SHARES },
  meanAbsoluteError: { regression: NUMBERS, classification: SHARES },
  huber: { regression: NUMBERS },
  binaryCrossentropy: { classification: { activations: ['sigmoid'], units: () => 1 } },
  categoricalCrossentropy: { classification: DISTRIBUTION },
  kullbackLeibler: { classification: DISTRIBUTION },
  /** One score for two classes, else one for each. */
  hinge: { classification: { activations: ['linear', 'tanh'], units: ({ classes }) => (classes === 2 ? 1 : classes) } },
};

/** Undefined if the loss is not for this task. */
export function outputRule(loss: string, task: Task): OutputRule | undefined {
  return RULES[loss]?.[task];
}

/** The losses that are for this task. */
export function lossesFor(task: Task) {
  return losses.filter(({ name }) => outputRule(name, task));
}

/** Widths from the features to the outputs: [features, …hidden, outputs]. Throws if the loss is not for the data. */
export function layerWidths({ network, training }: Configuration, shape: DataShape): number[] {
  const rule = outputRule(training.loss.name, shape.task);
  if (!rule) throw new Error(`The loss "${training.loss.name}" is not for ${shape.task}.`);
  return [shape.features, ...network.hidden, rule.units(shape, network.outputActivation.name)];
}

/** Learned parameters: a weight per pair of units, a bias per unit; γ and β per unit of a normalized layer. */
export function parameterCount(widths: readonly number[], normalized = false): number {
  return widths.slice(1).reduce((count, units, layer) => {
    const hidden = layer < widths.length - 2;
    return count + (widths[layer]! + 1 + (normalized && hidden ? 2 : 0)) * units;
  }, 0);
}
