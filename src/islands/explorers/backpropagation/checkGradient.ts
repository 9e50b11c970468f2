/**
 * The gradient once more, by finite differences: every parameter is moved by h to either side and the loss
 * computed again. In numbers of 64 bits, as programs do it, so that the error of rounding shows.
 */
import type { Parameters, Worked } from './backpropagate.ts';
import { EXAMPLES, HIDDEN, INPUTS, lossFactor, type Exercise, type NumbersKey } from './exercise.ts';
import { toNumber } from './fraction.ts';

/** The steps h that a reader can choose. */
export const DIFFERENCES = [1e-2, 1e-5, 1e-8, 1e-12] as const;

export interface GradientCheck {
  parameter: keyof Parameters;
  /** Place in that parameter, row-major. */
  index: number;
  analytic: number;
  numeric: number;
  /** |numeric − analytic|. */
  error: number;
}

/** (L(w + h) − L(w − h)) / 2h for each parameter, W² and b² first, as they come in backpropagation. */
export function checkGradient(exercise: Exercise, { gradient }: Worked, h: number): GradientCheck[] {
  const numbers = Object.fromEntries(KEYS.map((key) => [key, exercise[key].map(toNumber)])) as FloatNumbers;
  const factor = toNumber(lossFactor(exercise.convention));
  const lossAt = (key: NumbersKey, index: number, shift: number) =>
    factor * squaredErrors({ ...numbers, [key]: numbers[key].map((value, at) => (at === index ? value + shift : value)) });
  return (['w2', 'b2', 'w1', 'b1'] as const).flatMap((parameter) =>
    gradient[parameter].map((exact, index) => {
      const analytic = toNumber(exact);
      const numeric = (lossAt(parameter, index, h) - lossAt(parameter, index, -h)) / (2 * h);
      return { parameter, index, analytic, numeric, error: Math.abs(numeric - analytic) };
    }),
  );
}

type FloatNumbers = Record<NumbersKey, number[]>;
const KEYS: NumbersKey[] = ['w1', 'b1', 'w2', 'b2', 'x', 'y'];

function squaredErrors({ w1, b1, w2, b2, x, y }: FloatNumbers): number {
  let total = 0;
  for (let i = 0; i < EXAMPLES; i++) {
    let output = b2[0]!;
    for (let j = 0; j < HIDDEN; j++) {
      let z = b1[j]!;
      for (let k = 0; k < INPUTS; k++) z += w1[j * INPUTS + k]! * x[i * INPUTS + k]!;
      output += w2[j]! * Math.max(0, z);
    }
    total += (output - y[i]!) * (output - y[i]!);
  }
  return total;
}
