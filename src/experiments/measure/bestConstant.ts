/**
 * The loss of chance: the lowest mean loss over the training split that one output, the same for every example, can have. The
 * output lies in the closure of what the output activation can give. Found per output where outputs are free of each
 * other; probabilities that sum to one are the shares of the classes, or, for the absolute error, the commonest class.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import type { Choice } from '../../nn/entry.ts';

export interface Targets {
  /** As the network sees them, [examples][outputs]; classes as 0 and 1. */
  y: ArrayLike<number>;
  examples: number;
  outputs: number;
  loss: Choice;
  outputActivation: Choice;
}

/** In the units of the loss as it is reported: the mean over examples. Throws on a loss that it does not know. */
export function bestConstantLoss(targets: Targets, kernel: Kernel): number {
  const { y, examples, outputs, loss, outputActivation } = targets;
  const columns = Array.from({ length: outputs }, (_, k) => Array.from({ length: examples }, (_, i) => y[i * outputs + k]!));
  const means = columns.map(mean);
  const smoothing = Number(loss.labelSmoothing ?? 0);
  const { log } = libm(kernel);
  const entropy = (p: number) => (p > 0 ? -p * log(p) : 0);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  switch (loss.name) {
    case 'categoricalCrossentropy':
      return sum(means.map((p) => entropy(p * (1 - smoothing) + smoothing / outputs)));
    case 'kullbackLeibler':
      // The labels' own entropy is 0: they are classes.
      return sum(means.map(entropy));
    case 'binaryCrossentropy':
      return mean(means.map((p) => p * (1 - smoothing) + smoothing / 2).map((p) => entropy(p) + entropy(1 - p)));
    case 'meanAbsoluteError':
      if (outputActivation.name === 'softmax') return (2 * (1 - Math.max(...means))) / outputs;
      break;
  }
  const rule = RULES[loss.name];
  if (!rule) throw new Error(`There is no rule for the best constant prediction under the loss "${loss.name}".`);
  const [low, high] = RANGES[outputActivation.name] ?? [-Infinity, Infinity];
  const least = columns.map((column) => {
    // A loss that is convex in the output is least at its minimum, or at the end of the range that is nearest to it.
    const best = Math.max(low, Math.min(rule.minimum(column, loss), high));
    return mean(column.map((value) => rule.of(best, value, loss)));
  });
  return loss.name === 'halfSquaredError' ? sum(least) : mean(least);
}

interface Rule {
  /** Where the mean over the values is least. */
  minimum(values: number[], loss: Choice): number;
  /** Loss of one output. */
  of(output: number, value: number, loss: Choice): number;
}

const RULES: Record<string, Rule> = {
  meanSquaredError: { minimum: mean, of: (output, value) => square(output - value) },
  halfSquaredError: { minimum: mean, of: (output, value) => square(output - value) / 2 },
  meanAbsoluteError: { minimum: median, of: (output, value) => Math.abs(output - value) },
  huber: {
    minimum: (values, { delta }) => huberCentre(values, Number(delta)),
    of(output, value, { delta }) {
      const [size, turn] = [Math.abs(output - value), Number(delta)];
      return size <= turn ? square(size) / 2 : turn * (size - turn / 2);
    },
  },
  hinge: { minimum: (values) => (mean(values) >= 0.5 ? 1 : -1), of: (output, value) => Math.max(0, 1 - (2 * value - 1) * output) },
};

const RANGES: Record<string, [number, number]> = {
  sigmoid: [0, 1],
  softmax: [0, 1],
  tanh: [-1, 1],
  relu: [0, Infinity],
  softplus: [0, Infinity],
};

function square(value: number): number {
  return value * value;
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

/** Where the differences, cut off at ±δ, cancel: by bisection, since their sum rises with the output. */
function huberCentre(values: number[], delta: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  for (let i = 0; i < 100; i++) {
    const centre = (low + high) / 2;
    const pull = values.reduce((sum, value) => sum + Math.max(-delta, Math.min(centre - value, delta)), 0);
    if (pull < 0) low = centre;
    else high = centre;
  }
  return (low + high) / 2;
}
