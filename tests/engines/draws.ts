/** Dropout factors and noise of a run, from the kernel's streams, in the order that the contract of engines states. */
import type { RunPlan } from '../../src/engines/engine.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { PURPOSES } from '../../src/kernel/random.ts';
import type { Draw } from './reference.ts';

/**
 * Draws for one batch after the other. Each place (0: the features, then layer 1, 2, …) has a stream of its own for each
 * purpose; a batch takes rows × width numbers from each. The streams live in kernel memory: release it afterwards.
 */
export function drawsOf(kernel: Kernel, { network, seed }: RunPlan): (rows: number) => Draw[] {
  const { inputs, inputNoise, inputDropout, layers } = network;
  const places = [{ units: inputs, noise: inputNoise, dropout: inputDropout, sumDropout: undefined }, ...layers].map(
    ({ units, noise, dropout: after, sumDropout: dropout = after }, place) => ({
      units,
      noise,
      dropout,
      noiseStream: open('noise', place),
      dropoutStream: open('dropout', place),
    }),
  );
  return (rows) =>
    places.map(({ units, noise, dropout, noiseStream, dropoutStream }) => ({
      ...(noise && { noise: drawn(rows, units, (to) => kernel.exports.addNoise(noiseStream, to, rows, units, units * 4, noise)) }),
      ...(dropout && { dropout: drawn(rows, units, (to) => kernel.exports.drawMask(dropoutStream, to, rows, units, units * 4, dropout)) }),
    }));

  function open(purpose: 'noise' | 'dropout', place: number): number {
    const state = kernel.allocate(16);
    kernel.exports.seedStream(state, seed, PURPOSES[purpose], place);
    return state;
  }

  function drawn(rows: number, width: number, fill: (to: number) => void): number[][] {
    const mark = kernel.mark();
    const to = kernel.allocate(rows * width * 4);
    fill(to);
    const values = kernel.f32(to, rows * width);
    const result = Array.from({ length: rows }, (_, r) => [...values.subarray(r * width, (r + 1) * width)]);
    kernel.release(mark);
    return result;
  }
}
