import { beforeAll, describe, expect, it } from 'vitest';
import { fusedEngine } from '../../../../src/engines/fused/fused.ts';
import { drawWeights } from '../../../../src/experiments/plan/initialParameters.ts';
import { describeGrowth, factorPerLayer, medianOf } from '../../../../src/islands/explorers/initialization/growth.ts';
import { measure, SEEDS, type Setup } from '../../../../src/islands/explorers/initialization/measure.ts';
import {
  applyPreset,
  chooseActivation,
  chooseInitializer,
  PRESETS,
  readSetup,
  shownInitializers,
  START,
  writeSetup,
} from '../../../../src/islands/explorers/initialization/setup.ts';
import { layerTheory } from '../../../../src/islands/explorers/initialization/theory.ts';
import { density, varianceText, weightLaw } from '../../../../src/islands/explorers/initialization/weightLaw.ts';
import type { Kernel } from '../../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

describe('the law of the weights', () => {
  const FAN_IN = 80;
  const FAN_OUT = 120;

  it.each(shownInitializers.map(({ name }) => name))('is that of what is drawn: %s', (name) => {
    const initializer = chooseInitializer(name);
    const law = weightLaw(initializer, FAN_IN, FAN_OUT);
    const weights = drawWeights(initializer, FAN_IN, FAN_OUT, kernel, 1, 0);
    const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
    const sigma = Math.sqrt(weights.reduce((sum, w) => sum + (w - mean) ** 2, 0) / weights.length);
    // The standard error of σ over N draws is at most σ √((κ − 1)/4N), κ ≤ 3: 0.7 % for 9600; five of them.
    expect(Math.abs(sigma - law.sigma)).toBeLessThanOrEqual(0.036 * law.sigma + 1e-9);
    if (law.kind === 'uniform') expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(law.limit * (1 + 1e-6));
    if (law.kind === 'truncated') expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(2 * law.parent * (1 + 1e-6));
    if (law.kind === 'constant') expect(new Set(weights)).toEqual(new Set([law.value]));
  });

  it.each(['glorotUniform', 'heNormal', 'randomNormal', 'orthogonal', 'truncatedNormal'])('has a density of area 1 and of its variance: %s', (name) => {
    const law = weightLaw(chooseInitializer(name), FAN_IN, FAN_OUT);
    const step = law.sigma / 200;
    let [area, variance] = [0, 0];
    for (let w = -8 * law.sigma + step / 2; w < 8 * law.sigma; w += step) {
      area += density(law, w, Math.exp)! * step;
      variance += density(law, w, Math.exp)! * w * w * step;
    }
    expect(area).toBeCloseTo(1, 2);
    expect(variance / law.sigma ** 2).toBeCloseTo(1, 2);
  });

  it('has its numbers', () => {
    // √(6/200) = 0.173205; 2/80 = 0.025
    expect(weightLaw(chooseInitializer('glorotUniform'), FAN_IN, FAN_OUT)).toEqual({
      kind: 'uniform',
      limit: expect.closeTo(0.173205, 6) as number,
      sigma: 0.1,
    });
    expect(weightLaw(chooseInitializer('heNormal'), FAN_IN, FAN_OUT).sigma ** 2).toBeCloseTo(0.025, 12);
    expect(varianceText(chooseInitializer('glorotNormal'), FAN_IN, FAN_OUT)).toBe('2/(nᵢₙ + nₒᵤₜ) = 2/(80 + 120)');
    expect(varianceText(chooseInitializer('zeros'), FAN_IN, FAN_OUT)).toBeUndefined();
    expect(() => weightLaw({ name: 'nothing' }, 1, 1)).toThrow('nothing');
  });
});

describe('theory', () => {
  const theoryOf = (activation: string, variance: number, units = 100) =>
    layerTheory(fusedEngine(kernel), chooseActivation(activation), [units, units, units, units, units], [variance, variance, variance, variance], Math.exp);

  it('is that of He et al. for relu: n Var(W)/2 in each direction', async () => {
    // Var(W) = 2/n keeps the mean square; half of it halves it, layer by layer. E[f(z)²] = q/2.
    const he = await theoryOf('relu', 2 / 100);
    for (const value of [...he.activations, ...he.gradients]) expect(value).toBeCloseTo(1, 4);
    const half = await theoryOf('relu', 1 / 100);
    [1 / 2, 1 / 4, 1 / 8].forEach((value, layer) => expect(half.activations[layer]).toBeCloseTo(value, 4));
    [1 / 8, 1 / 4, 1 / 2].forEach((value, layer) => expect(half.gradients[layer]).toBeCloseTo(value, 4));
  });

  it('is that of Glorot and Bengio for units that are linear: n Var(W)', async () => {
    const { activations, gradients } = await theoryOf('linear', 3 / 100);
    [3, 9, 27].forEach((value, layer) => expect(activations[layer]! / value).toBeCloseTo(1, 5));
    [27, 9, 3].forEach((value, layer) => expect(gradients[layer]! / value).toBeCloseTo(1, 5));
  });

  it('takes each fan where it belongs', async () => {
    // forward 10 · 0.3 = 3, then 20 · 0.1 = 2; backward from the output: 5 · 0.4 = 2, then 30 · 0.1 = 3
    const { activations, gradients } = await layerTheory(fusedEngine(kernel), chooseActivation('linear'), [10, 20, 30, 5], [0.3, 0.1, 0.4], Math.exp);
    [3, 6].forEach((value, layer) => expect(activations[layer]).toBeCloseTo(value, 4));
    [6, 2].forEach((value, layer) => expect(gradients[layer]).toBeCloseTo(value, 4));
  });
});

describe('what is measured', () => {
  const setup = (preset: string, change: Partial<Setup> = {}): Setup => ({
    ...applyPreset(
      START,
      PRESETS.find(({ title }) => title === preset)!,
    ),
    width: 128,
    inputs: 128,
    ...change,
  });

  it.each(['He + relu', 'Glorot + tanh', 'Glorot + relu', 'σ = 0.01 + tanh'])('follows the theory: %s', async (preset) => {
    const { activations, gradients, theory } = await measure(kernel, setup(preset, { depth: 6 }));
    expect(activations).toHaveLength(SEEDS);
    // Given the layer before, a mean square of relu units has a relative variance of 5/n (E[relu(z)⁴]/E[relu(z)²]² − 1 = 6 − 1): over six layers of
    // 128 units ln(mean square) deviates by √(6·5/128) = 0.48, and the median of five seeds by about 0.54 of that, 0.26. Twice that is allowed.
    medianOf(activations).forEach((value, layer) => expect(Math.abs(Math.log(value / theory!.activations[layer]!))).toBeLessThan(0.5));
    medianOf(gradients).forEach((value, layer) => expect(Math.abs(Math.log(value / theory!.gradients[layer]!))).toBeLessThan(0.5));
  });

  it('is nothing for zeros, and has no theory where weights are not random', async () => {
    const measurement = await measure(kernel, setup('zeros + tanh'));
    expect(measurement.activations.flat().every((value) => value === 0)).toBe(true);
    expect(measurement.theory).toBeUndefined();
    expect(describeGrowth(measurement)).toEqual(['Forward the signal is 0 in every layer.', 'Backward the signal is 0 in every layer.']);
  });

  it('is the same for the same seed, and another for another', async () => {
    const small = { width: 16, inputs: 16, depth: 2 };
    const [once, again, other] = await Promise.all(
      [setup('He + relu', small), setup('He + relu', small), setup('He + relu', { ...small, seed: 100 })].map((each) => measure(kernel, each)),
    );
    expect(again).toEqual(once);
    expect(other!.activations).not.toEqual(once!.activations);
  });
});

it('the factor per layer is the root of the ratio', () => {
  expect(factorPerLayer([1, 5, 8, 27])).toBeCloseTo(3, 12);
  expect(factorPerLayer([1])).toBeUndefined();
  expect(factorPerLayer([1, 0])).toBeUndefined();
});

describe('a setup in an address', () => {
  it('reads back', () => {
    const setup = { ...applyPreset(START, PRESETS[4]!), width: 32, seed: 9 };
    expect(writeSetup(setup)).toEqual({ activation: 'tanh', mean: '0', stddev: '0.01', width: '32', seed: '9' });
    expect(readSetup('randomNormal', new Map(Object.entries(writeSetup(setup))))).toEqual({ setup, refused: [] });
  });

  it('refuses what is not allowed, and takes the rest', () => {
    const { setup, refused } = readSetup('heNormal', new Map([['activation', 'softmax'], ['width', '1e9'], ['depth', '2.5'], ['seed', ''], ['inputs', '7']])); // prettier-ignore
    expect(refused).toHaveLength(4);
    expect(setup).toEqual({ ...START, inputs: 7 });
    expect(readSetup('nothing', new Map()).refused).toHaveLength(1);
  });
});
