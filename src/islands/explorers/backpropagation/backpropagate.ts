/** One update of gradient descent on the mini-batch, with every number on the way. */
import { EXAMPLES, HIDDEN, INPUTS, lossFactor, type Exercise, type Numbers } from './exercise.ts';
import { add, fraction, isPositive, multiply, subtract, sum, ZERO, type Fraction } from './fraction.ts';

/** Matrices are row-major; i counts examples, j hidden units, k inputs. */
export interface Worked {
  /** z¹, [i][j]. */
  z1: Fraction[];
  /** a¹ = relu(z¹), [i][j]. */
  a1: Fraction[];
  /** ŷ, [i]. */
  output: Fraction[];
  /** ŷ − y, [i]. */
  error: Fraction[];
  loss: Fraction;
  /** δ² = ∂L/∂ŷ, [i]. */
  delta2: Fraction[];
  /** relu′(z¹), [i][j]: 1 where z¹ > 0, else 0, at 0 too. */
  slope: Fraction[];
  /** δ¹ = ∂L/∂z¹, [i][j]. */
  delta1: Fraction[];
  /** ∂L/∂…, in the shape of the parameters. */
  gradient: Parameters;
  /** Parameters after the update. */
  updated: Parameters;
  /** Loss of the same batch after the update. */
  lossAfter: Fraction;
}

export type Parameters = Record<'w1' | 'b1' | 'w2' | 'b2', Fraction[]>;

export function backpropagate(exercise: Exercise): Worked {
  const { w2, x, learningRate, convention } = exercise;
  const { z1, a1, output, error, loss } = forward(exercise);
  const factor = multiply(fraction(2), lossFactor(convention));
  const delta2 = error.map((e) => multiply(factor, e));
  const slope = z1.map((z) => (isPositive(z) ? fraction(1) : ZERO));
  const delta1 = slope.map((f, at) => multiply(multiply(w2[at % HIDDEN]!, delta2[Math.floor(at / HIDDEN)]!), f));
  const gradient: Parameters = {
    w2: range(HIDDEN).map((j) => overBatch((i) => multiply(delta2[i]!, a1[i * HIDDEN + j]!))),
    b2: [sum(delta2)],
    w1: range(HIDDEN * INPUTS).map((at) => overBatch((i) => multiply(delta1[i * HIDDEN + Math.floor(at / INPUTS)]!, x[i * INPUTS + (at % INPUTS)]!))),
    b1: range(HIDDEN).map((j) => overBatch((i) => delta1[i * HIDDEN + j]!)),
  };
  const step = (key: keyof Parameters) => exercise[key].map((value, at) => subtract(value, multiply(learningRate, gradient[key][at]!)));
  const updated: Parameters = { w1: step('w1'), b1: step('b1'), w2: step('w2'), b2: step('b2') };
  return { z1, a1, output, error, loss, delta2, slope, delta1, gradient, updated, lossAfter: forward({ ...exercise, ...updated }).loss };
}

function forward({ w1, b1, w2, b2, x, y, convention }: Numbers & Pick<Exercise, 'convention'>) {
  const z1 = range(EXAMPLES * HIDDEN).map((at) => {
    const [i, j] = [Math.floor(at / HIDDEN), at % HIDDEN];
    return add(sum(range(INPUTS).map((k) => multiply(w1[j * INPUTS + k]!, x[i * INPUTS + k]!))), b1[j]!);
  });
  const a1 = z1.map((z) => (isPositive(z) ? z : ZERO));
  const output = range(EXAMPLES).map((i) => add(sum(range(HIDDEN).map((j) => multiply(w2[j]!, a1[i * HIDDEN + j]!))), b2[0]!));
  const error = output.map((value, i) => subtract(value, y[i]!));
  return { z1, a1, output, error, loss: multiply(lossFactor(convention), sum(error.map((e) => multiply(e, e)))) };
}

function overBatch(term: (example: number) => Fraction): Fraction {
  return sum(range(EXAMPLES).map(term));
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
