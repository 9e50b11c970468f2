/** How many features the kernel multiplies by, which leaves out those that are zero in a whole batch. */
import type { RunPlan } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';

/** Mean over the batches of the first epoch; the rules are those of kernel/assembly/selection.ts and of engines/fused/layout.ts. */
export function usedFeatures({ network, training, data, seed }: RunPlan, kernel: Kernel): number {
  const { inputs } = network;
  const { x, examples } = data.train;
  if (inputs < FEWEST) return inputs;
  const order = orderOf(examples, training.shuffle, seed, kernel);
  let sum = 0;
  let batches = 0;
  for (let start = 0; start < examples; start += training.batchSize) {
    sum += usedIn(order.subarray(start, start + training.batchSize), x, inputs);
    batches++;
  }
  return sum / batches;
}

/** Fewer features than this are not looked at. */
const FEWEST = 64;
/** Features that are left out or kept together. */
const GROUP = 4;
/** Nothing is left out where more than this share of groups would be kept. */
const MOST_KEPT = 7 / 8;

function usedIn(rows: Int32Array, x: Float32Array, inputs: number): number {
  const groups = Math.ceil(inputs / GROUP);
  let [kept, features] = [0, 0];
  for (let group = 0; group < groups; group++) {
    const [from, to] = [group * GROUP, Math.min((group + 1) * GROUP, inputs)];
    if (!rows.some((row) => x.subarray(row * inputs + from, row * inputs + to).some((value) => value !== 0))) continue;
    kept++;
    features += to - from;
  }
  return kept === 0 || kept > groups * MOST_KEPT ? inputs : features;
}

function orderOf(examples: number, shuffled: boolean, seed: number, kernel: Kernel): Int32Array {
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  if (!shuffled) return order;
  const mark = kernel.mark();
  openStream(kernel, seed, 'order').shuffle(order);
  kernel.release(mark);
  return order;
}
