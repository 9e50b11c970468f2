/**
 * The hidden units of one network in the order in which its weights are most like those of another: weight matching (Ainsworth et al.
 * 2023). The network computes what it computed. With one hidden layer the order is the best there is; with more, layer after layer is
 * put in its best order while the others stay, until none gets better.
 */
import type { LayerParameters } from '../../engines/engine.ts';
import { bestAssignment } from './assignment.ts';
import { TRAINED } from './norms.ts';

/** An order must be better by this share of the weights' squares, so that rounding cannot go round in circles. */
const BETTER = 1e-9;

/** `network` with its units in the best order; the same arrays where nothing moved. */
export function matchUnits(reference: LayerParameters[], network: LayerParameters[]): LayerParameters[] {
  let matched = network;
  let moving = true;
  while (moving) {
    moving = false;
    for (let layer = 0; layer < network.length - 1; layer++) {
      const likeness = likenessOf(reference, matched, layer);
      const units = network[layer]!.bias.length;
      const order = bestAssignment(units, likeness);
      const gain = order.reduce((sum, from, unit) => sum + likeness(unit, from) - likeness(unit, unit), 0);
      if (gain <= BETTER * squares(matched)) continue;
      matched = reordered(matched, layer, order);
      moving = true;
    }
  }
  return matched;
}

/** The units of a hidden layer in another order, with what leads into them and out of them; unit i is then the one that was `order[i]`. */
export function reordered(network: LayerParameters[], layer: number, order: ArrayLike<number>): LayerParameters[] {
  const own = network[layer]!;
  const next = network[layer + 1]!;
  const units = own.bias.length;
  const outputs = next.bias.length;
  const entries = Object.entries(own) as [keyof LayerParameters, Float32Array][];
  const columns = entries.map(([key, values]) => [key, values.map((_, i) => values[i - (i % units) + order[i % units]!]!)]);
  const rows = next.kernel.map((_, i) => next.kernel[order[Math.floor(i / outputs)]! * outputs + (i % outputs)]!);
  const changed = [Object.fromEntries(columns) as unknown as LayerParameters, { ...next, kernel: rows }];
  return [...network.slice(0, layer), ...changed, ...network.slice(layer + 2)];
}

/** The inner product of all that leads into and out of unit i of `a` and unit j of `b`. */
function likenessOf(a: LayerParameters[], b: LayerParameters[], layer: number): (i: number, j: number) => number {
  const units = a[layer]!.bias.length;
  const outputs = a[layer + 1]!.bias.length;
  const table = new Float64Array(units * units);
  for (let i = 0; i < units; i++) {
    for (let j = 0; j < units; j++) {
      let sum = 0;
      for (const key of TRAINED) {
        const [left, right] = [a[layer]![key], b[layer]![key]];
        if (left && right) for (let row = 0; row < left.length; row += units) sum += left[row + i]! * right[row + j]!;
      }
      const [left, right] = [a[layer + 1]!.kernel, b[layer + 1]!.kernel];
      for (let output = 0; output < outputs; output++) sum += left[i * outputs + output]! * right[j * outputs + output]!;
      table[i * units + j] = sum;
    }
  }
  return (i, j) => table[i * units + j]!;
}

function squares(network: LayerParameters[]): number {
  let sum = 0;
  for (const layer of network) for (const key of TRAINED) layer[key]?.forEach((value) => (sum += value * value));
  return sum;
}
