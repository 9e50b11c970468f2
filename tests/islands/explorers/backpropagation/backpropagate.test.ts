import { describe, expect, it } from 'vitest';
import { fusedEngine } from '../../../../src/engines/fused/fused.ts';
import { backpropagate } from '../../../../src/islands/explorers/backpropagation/backpropagate.ts';
import { checkGradient } from '../../../../src/islands/explorers/backpropagation/checkGradient.ts';
import { CONVENTIONS, HIDDEN, INPUTS, published, type Convention, type Exercise } from '../../../../src/islands/explorers/backpropagation/exercise.ts';
import { fraction, toNumber, writeFraction, type Fraction } from '../../../../src/islands/explorers/backpropagation/fraction.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';
import { losses, optimizers } from '../../../../src/nn/catalog.ts';
import { findEntry, withDefaults } from '../../../../src/nn/entry.ts';

const text = (values: readonly Fraction[]) => values.map(writeFraction).join(' ');

describe('the exercise, worked by hand', () => {
  // x¹ = (−1, 1): z = (1·−1 + 2·1 − 2, 0·−1 − 1·1 + 2, −1·−1 − 3·1 + 0, −2·−1 + 2·1 − 2) = (−1, 1, −2, 2), a = (0, 1, 0, 2),
  //   ŷ = 1·0 + 0·1 − 1·0 + 2·2 − 2 = 2, ŷ − y = 2 − 1 = 1.
  // x² = (2, −1): z = (2 − 2 − 2, 0 + 1 + 2, −2 + 3 + 0, −4 − 2 − 2) = (−2, 3, 1, −8), a = (0, 3, 1, 0),
  //   ŷ = 0 + 0 − 1 + 0 − 2 = −3, ŷ − y = −3 + 1 = −2.
  // L = ½ (1² + 2²) = 2.5, δ² = (1, −2).
  const worked = backpropagate(published);

  it('goes forward', () => {
    expect(text(worked.z1)).toBe('-1 1 -2 2 -2 3 1 -8');
    expect(text(worked.a1)).toBe('0 1 0 2 0 3 1 0');
    expect(text(worked.output)).toBe('2 -3');
    expect(text(worked.error)).toBe('1 -2');
    expect(text([worked.loss])).toBe('2.5');
  });

  it('goes backward', () => {
    expect(text(worked.delta2)).toBe('1 -2');
    // ∂L/∂W² = 1·(0, 1, 0, 2) − 2·(0, 3, 1, 0); ∂L/∂b² = 1 − 2
    expect(text(worked.gradient.w2)).toBe('0 -5 -2 2');
    expect(text(worked.gradient.b2)).toBe('-1');
    // W² δ² is (1, 0, −1, 2) and (−2, 0, 2, −4); the slopes are (0, 1, 0, 1) and (0, 1, 1, 0)
    expect(text(worked.slope)).toBe('0 1 0 1 0 1 1 0');
    expect(text(worked.delta1)).toBe('0 0 0 2 0 0 2 0');
    // unit 3 from example 2: 2·(2, −1); unit 4 from example 1: 2·(−1, 1)
    expect(text(worked.gradient.w1)).toBe('0 0 0 0 4 -2 -2 2');
    expect(text(worked.gradient.b1)).toBe('0 0 2 2');
  });

  it('makes one update of η = 0.1', () => {
    expect(text(worked.updated.w2)).toBe('1 0.5 -0.8 1.8');
    expect(text(worked.updated.b2)).toBe('-1.9');
    expect(text(worked.updated.w1)).toBe('1 2 0 -1 -1.4 -2.8 -1.8 1.8');
    expect(text(worked.updated.b1)).toBe('-2 2 -0.2 -2.2');
    // x¹: z₂ = 1, z₃ = 1.4 − 2.8 − 0.2 < 0, z₄ = 1.8 + 1.8 − 2.2 = 1.4; ŷ = 0.5 + 1.8·1.4 − 1.9 = 1.12, error 0.12
    // x²: z₂ = 3, z₃ = −2.8 + 2.8 − 0.2 < 0; ŷ = 1.5 − 1.9 = −0.4, error 0.6
    // L = ½ (0.0144 + 0.36) = 0.1872
    expect(text([worked.lossAfter])).toBe('0.1872');
  });

  // L = c Σ(ŷ − y)² and δ² = 2c (ŷ − y), with Σ(ŷ − y)² = 5 and b² − η·2c·(1 − 2) = −2 + 0.1·2c
  it.each<[Convention, string, string, string]>([
    ['halfSum', '2.5', '1 -2', '-1.9'],
    ['halfMean', '1.25', '0.5 -1', '-1.95'],
    ['mean', '2.5', '1 -2', '-1.9'],
    ['sum', '5', '2 -4', '-1.8'],
  ])('has its loss, δ² and updated b² by the convention %s', (convention, loss, delta2, b2) => {
    const result = backpropagate({ ...published, convention });
    expect([text([result.loss]), text(result.delta2), text(result.updated.b2)]).toEqual([loss, delta2, b2]);
  });

  it('takes the slope of relu at 0 as 0, like the engines', () => {
    // b¹₁ = −1 makes z¹₁ of the first example 0
    const result = backpropagate({ ...published, b1: [fraction(-1), ...published.b1.slice(1)] });
    expect(text(result.z1.slice(0, 1))).toBe('0');
    expect(text(result.delta1.slice(0, 1))).toBe('0');
  });
});

/** Other numbers, with no z near a kink: thirds and eighths. */
const other: Exercise = {
  ...published,
  w1: [1, -2, 3, 5, -7, 4, 2, -1].map((n) => fraction(n, 3)),
  b1: [1, 2, -1, 5].map((n) => fraction(n, 8)),
  w2: [5, -3, 2, 7].map((n) => fraction(n, 4)),
};

describe.each(CONVENTIONS)('by the convention %s', (convention) => {
  it.each([published, other])('the gradient is that of finite differences', (exercise) => {
    const given = { ...exercise, convention };
    const checks = checkGradient(given, backpropagate(given), 1e-5);
    expect(checks).toHaveLength(17);
    // Within a piece the loss is quadratic in each parameter, so a central difference is exact but for rounding: about
    // the unit of the loss over h, 50 · 2⁻⁵³ / 10⁻⁵ < 10⁻⁹.
    for (const { numeric, analytic, error } of checks) {
      expect(Math.abs(numeric - analytic)).toBeLessThan(1e-8);
      expect(error).toBe(Math.abs(numeric - analytic));
    }
    expect(checks.filter(({ analytic }) => analytic !== 0).length).toBeGreaterThan(4);
  });
});

it('gives the parameters of one update of the engine that trains here, to the bit', async () => {
  // With η = 1/8 and small whole numbers every result is a float32, so that nothing rounds.
  const exercise: Exercise = { ...published, learningRate: fraction(1, 8) };
  const { updated } = backpropagate(exercise);
  const floats = (values: readonly Fraction[]) => Float32Array.from(values, toNumber);
  const data = { examples: 2, x: floats(exercise.x), y: floats(exercise.y) };
  const trainer = await fusedEngine(await loadKernel()).create({
    network: {
      inputs: INPUTS,
      layers: [
        { units: HIDDEN, activation: { name: 'relu' } },
        { units: 1, activation: { name: 'linear' } },
      ],
      loss: withDefaults(findEntry('loss', losses, 'halfSquaredError')),
    },
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, 'sgd'), { learningRate: 1 / 8 }), batchSize: 2, shuffle: false },
    parameters: [
      // The engine's kernels are [input][unit].
      { kernel: transposed(floats(exercise.w1)), bias: floats(exercise.b1) },
      { kernel: floats(exercise.w2), bias: floats(exercise.b2) },
    ],
    data: { train: data },
    seed: 1,
  });
  await trainer.train(1);
  const [hidden, output] = await trainer.parameters();
  expect(hidden).toEqual({ kernel: transposed(floats(updated.w1)), bias: floats(updated.b1) });
  expect(output).toEqual({ kernel: floats(updated.w2), bias: floats(updated.b2) });
  trainer.dispose();
});

/** [unit][input] → [input][unit]. */
function transposed(weights: Float32Array): Float32Array {
  return Float32Array.from(weights, (_, at) => weights[(at % HIDDEN) * INPUTS + Math.floor(at / HIDDEN)]!);
}
