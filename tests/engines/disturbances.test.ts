/** Dropout masks and noise from the kernel's streams: their statistics, and who draws what. Tolerances are five standard errors. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { PURPOSES } from '../../src/kernel/random.ts';
import { makePlan, optimizer, type PlanOptions } from './cases.ts';

const ROWS = 400;
const WIDTH = 50;
const N = ROWS * WIDTH;

let kernel: Kernel;

beforeAll(async () => {
  kernel = await loadKernel();
});

describe('dropout', () => {
  it.each([0.1, 0.5, 0.9])('of %f sets that share to zero and divides the rest by what is kept', (rate) => {
    const mask = draw('dropout', 1, (state, to) => kernel.exports.drawMask(state, to, ROWS, WIDTH, WIDTH * 4, rate));
    const zeros = mask.filter((factor) => factor === 0).length;
    expect(Math.abs(zeros / N - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / N));
    // 1/(1 − rate) in float32
    for (const factor of mask) if (factor !== 0) expect(factor * (1 - rate)).toBeCloseTo(1, 6);
  });

  it('is independent from unit to unit and from row to row', () => {
    const mask = draw('dropout', 1, (state, to) => kernel.exports.drawMask(state, to, ROWS, WIDTH, WIDTH * 4, 0.5)).map((factor) => factor - 1);
    for (const lag of [1, 2, WIDTH, WIDTH + 1]) {
      const correlation = mask.slice(lag).reduce((sum, value, i) => sum + value * mask[i]!, 0) / (N - lag);
      expect(Math.abs(correlation), `${lag} apart`).toBeLessThan(5 / Math.sqrt(N - lag));
    }
  });
});

describe('noise', () => {
  it('is added to what is there, with mean 0 and the deviation asked for', () => {
    const noise = draw('noise', 1, (state, to) => {
      kernel.f32(to, N).fill(3);
      kernel.exports.addNoise(state, to, ROWS, WIDTH, WIDTH * 4, 0.25);
    }).map((value) => value - 3);
    const mean = noise.reduce((sum, value) => sum + value, 0) / N;
    const variance = noise.reduce((sum, value) => sum + value * value, 0) / N;
    expect(Math.abs(mean)).toBeLessThan((5 * 0.25) / Math.sqrt(N));
    expect(Math.abs(variance / 0.0625 - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
    // 68.27 % of a normal within one deviation
    expect(Math.abs(noise.filter((value) => Math.abs(value) < 0.25).length / N - 0.6827)).toBeLessThan(5 * Math.sqrt((0.6827 * 0.3173) / N));
  });
});

it('leaves columns beyond the width alone', () => {
  const state = kernel.allocate(16);
  const to = kernel.allocate(3 * 8 * 4);
  kernel.exports.seedStream(state, 1, PURPOSES.dropout, 0);
  kernel.f32(to, 24).fill(7);
  kernel.exports.drawMask(state, to, 3, 5, 32, 0.5);
  kernel.exports.addNoise(state, to, 3, 5, 32, 0.5);
  kernel.f32(to, 24).forEach((value, i) => expect(value === 7, `number ${i}`).toBe(i % 8 >= 5));
});

describe('streams of a run', () => {
  const rule = optimizer('sgd', { learningRate: 0.1 });

  it('change with the seed', async () => {
    const plan = makePlan(kernel, { layer: { dropout: 0.5 }, optimizer: rule });
    expect(await train({ ...plan, seed: 1 })).toEqual(await train({ ...plan, seed: 1 }));
    expect(await train({ ...plan, seed: 1 })).not.toEqual(await train({ ...plan, seed: 2 }));
  });

  // One purpose's draws leave another's as they are: noise of deviation 1e-30 draws, and adds nothing that float32 can hold.
  it.each<{ what: string; options: PlanOptions; more: PlanOptions }>([
    { what: 'noise beside dropout', options: { layer: { dropout: 0.5 } }, more: { layer: { dropout: 0.5, noise: 1e-30 } } },
    { what: 'noise on features beside dropout', options: { layer: { dropout: 0.5 } }, more: { layer: { dropout: 0.5 }, network: { inputNoise: 1e-30 } } },
    { what: 'noise beside the order of batches', options: { shuffle: true }, more: { shuffle: true, network: { inputNoise: 1e-30 } } },
  ])('are independent: $what', async ({ options, more }) => {
    expect(await train(makePlan(kernel, { ...more, optimizer: rule }))).toEqual(await train(makePlan(kernel, { ...options, optimizer: rule })));
  });
});

async function train(plan: ReturnType<typeof makePlan>) {
  const trainer = await fusedEngine(kernel).create(plan);
  await trainer.train(9);
  const parameters = await trainer.parameters();
  trainer.dispose();
  return parameters;
}

function draw(purpose: 'dropout' | 'noise', seed: number, fill: (state: number, to: number) => void): number[] {
  const mark = kernel.mark();
  const state = kernel.allocate(16);
  const to = kernel.allocate(N * 4);
  kernel.exports.seedStream(state, seed, PURPOSES[purpose], 0);
  fill(state, to);
  const values = [...kernel.f32(to, N)];
  kernel.release(mark);
  return values;
}
