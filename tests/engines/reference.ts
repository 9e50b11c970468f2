/**
 * An independent reference: a small network in float64, its gradient by central finite differences, and
 * the update rules of Keras 3 one number at a time. It shares no code with the engines. Slow and plain on purpose.
 */
import type { LayerParameters, NetworkPlan, RunPlan, SplitData } from '../../src/engines/engine.ts';
import type { Choice } from '../../src/nn/entry.ts';

/** All parameters in one list: kernel (row-major), then bias, layer by layer. */
export type Flat = number[];

export function flatten(layers: readonly LayerParameters[]): Flat {
  return layers.flatMap(({ kernel, bias }) => [...kernel, ...bias]);
}

const activations: Record<string, (z: number[]) => number[]> = {
  linear: (z) => z,
  sigmoid: (z) => z.map((v) => 1 / (1 + Math.exp(-v))),
  tanh: (z) => z.map(Math.tanh),
  relu: (z) => z.map((v) => Math.max(0, v)),
  softmax(z) {
    const e = z.map((v) => Math.exp(v - Math.max(...z)));
    const sum = e.reduce((s, v) => s + v, 0);
    return e.map((v) => v / sum);
  },
};

/** Loss of one example, from outputs ŷ: the catalog's formulas as they stand (labels and logits here are moderate). */
const losses: Record<string, (yHat: number[], y: number[]) => number> = {
  meanSquaredError: (yHat, y) => average(yHat.map((v, k) => (v - y[k]!) ** 2)),
  binaryCrossentropy: (yHat, y) => average(yHat.map((v, k) => -y[k]! * Math.log(v) - (1 - y[k]!) * Math.log(1 - v))),
  categoricalCrossentropy: (yHat, y) => -yHat.reduce((s, v, k) => s + (y[k] ? y[k] * Math.log(v) : 0), 0),
};

/** Outputs for one example. `seen`, if given, is told every z on the way. */
export function forward(network: NetworkPlan, theta: Flat, x: readonly number[], seen?: (z: number) => void): number[] {
  let a = [...x];
  let at = 0;
  for (const { units, activation } of network.layers) {
    const kernel = at;
    const bias = at + a.length * units;
    const z = Array.from({ length: units }, (_, j) => a.reduce((s, v, i) => s + v * theta[kernel + i * units + j]!, theta[bias + j]!));
    if (seen) z.forEach(seen);
    at = bias + units;
    a = activations[activation.name]!(z);
  }
  return a;
}

/** Rows of a split, features and labels. */
export function examples(data: SplitData): { x: number[]; y: number[] }[] {
  const inputs = data.x.length / data.examples;
  const outputs = data.y.length / data.examples;
  return Array.from({ length: data.examples }, (_, i) => ({
    x: [...data.x.subarray(i * inputs, (i + 1) * inputs)],
    y: [...data.y.subarray(i * outputs, (i + 1) * outputs)],
  }));
}

export function meanLoss(network: NetworkPlan, theta: Flat, rows: { x: number[]; y: number[] }[]): number {
  return average(rows.map(({ x, y }) => losses[network.loss.name]!(forward(network, theta, x), y)));
}

/** Central differences with h = 1e-5: truncation about h²/6 ≈ 2e-11, rounding about 1e-16/h = 1e-11. */
export function gradient(network: NetworkPlan, theta: Flat, rows: { x: number[]; y: number[] }[]): Flat {
  const h = 1e-5;
  return theta.map((value, i) => {
    const moved = (to: number) => meanLoss(network, theta.with(i, to), rows);
    return (moved(value + h) - moved(value - h)) / (2 * h);
  });
}

/** Distance of the nearest z to 0 over all units and rows: where it is not well above h, differences straddle a kink. */
export function nearestKink(network: NetworkPlan, theta: Flat, rows: { x: number[] }[]): number {
  let nearest = Infinity;
  for (const { x } of rows) forward(network, theta, x, (z) => (nearest = Math.min(nearest, Math.abs(z))));
  return nearest;
}

/**
 * One parameter's update, as in Keras 3's sources (keras/src/optimizers/*.py), with `slots` the state, changed in place.
 * `t` counts from 1.
 */
type Update = (theta: number, g: number, slots: [number, number], t: number) => number;

const updates: Record<string, (o: Record<string, number>) => { start: number; update: Update }> = {
  // sgd.py: m = m·momentum − g·lr; nesterov ? θ + m·momentum − g·lr : θ + m
  sgd: ({ learningRate, momentum, nesterov }) => ({
    start: 0,
    update(theta, g, slots) {
      slots[0] = slots[0] * momentum! - g * learningRate!;
      return nesterov ? theta + slots[0] * momentum! - g * learningRate! : theta + slots[0];
    },
  }),
  // adagrad.py: accumulator += g²; θ −= lr·g / √(accumulator + ε)
  adagrad: ({ learningRate, initialAccumulator, epsilon }) => ({
    start: initialAccumulator!,
    update(theta, g, slots) {
      slots[0] += g * g;
      return theta - (learningRate! * g) / Math.sqrt(slots[0] + epsilon!);
    },
  }),
  // rmsprop.py: velocity = ρ·velocity + (1 − ρ)·g²; θ −= lr·g / √(velocity + ε)
  rmsprop: ({ learningRate, rho, epsilon }) => ({
    start: 0,
    update(theta, g, slots) {
      slots[0] = rho! * slots[0] + (1 - rho!) * g * g;
      return theta - (learningRate! * g) / Math.sqrt(slots[0] + epsilon!);
    },
  }),
  // adam.py: α = lr·√(1 − β₂ᵗ)/(1 − β₁ᵗ); m += (g − m)(1 − β₁); v += (g² − v)(1 − β₂); θ −= m·α / (√v + ε)
  adam: ({ learningRate, beta1, beta2, epsilon }) => ({
    start: 0,
    update(theta, g, slots, t) {
      const alpha = (learningRate! * Math.sqrt(1 - beta2! ** t)) / (1 - beta1! ** t);
      slots[0] += (g - slots[0]) * (1 - beta1!);
      slots[1] += (g * g - slots[1]) * (1 - beta2!);
      return theta - (slots[0] * alpha) / (Math.sqrt(slots[1]) + epsilon!);
    },
  }),
};

/** Names that the reference knows, for the test that no entry of the catalog goes untested. */
export const referenceNames = { activations: Object.keys(activations), losses: Object.keys(losses), optimizers: Object.keys(updates) };

/** Parameters after `count` updates in stored order, batches as the contract of engines says. */
export function trainReference(plan: RunPlan, count: number): { theta: Flat; nearestKink: number } {
  const { network, training, data } = plan;
  const rows = examples(data.train);
  const perEpoch = Math.ceil(rows.length / training.batchSize);
  const { start, update } = updates[training.optimizer.name]!(numbers(training.optimizer));
  let theta = flatten(plan.parameters);
  let nearest = Infinity;
  const slots = theta.map((): [number, number] => [start, start]);
  for (let step = 0; step < count; step++) {
    const first = (step % perEpoch) * training.batchSize;
    const batch = rows.slice(first, first + training.batchSize);
    nearest = Math.min(nearest, nearestKink(network, theta, batch));
    const g = gradient(network, theta, batch);
    theta = theta.map((value, i) => update(value, g[i]!, slots[i]!, step + 1));
  }
  return { theta, nearestKink: nearest };
}

function numbers(choice: Choice): Record<string, number> {
  return Object.fromEntries(Object.entries(choice).map(([key, value]) => [key, Number(value)]));
}

function average(values: number[]): number {
  return values.reduce((s, v) => s + v, 0) / values.length;
}
