/**
 * How the mean square of signals should change from layer to layer, for wide layers of independent weights with mean 0
 * and biases 0: each z is then a sum of many terms and nearly normal, with mean 0 and
 *
 *   forward   q_l = n_{l−1} Var(W_l) · mean square of a_{l−1},   mean square of a_l = E[f(√q_l t)²],   t ~ N(0, 1)
 *   backward  mean square of δ_l = n_{l+1} Var(W_{l+1}) · mean square of δ_{l+1} · E[f′(√q_l t)²]
 *
 * Glorot & Bengio (2010) for f′ ≈ 1, He et al. (2015) for relu, where the second expectation is 1/2; here it is
 * integrated for any activation, with the kernel's own values.
 */
import type { Engine } from '../../../engines/engine.ts';
import type { Activation } from '../../../nn/catalog.ts';
import { activationCurve } from '../activations/activationCurve.ts';

export interface LayerTheory {
  /** Mean square of the activations of hidden layers 1 … depth. */
  activations: number[];
  /** Mean square of ∂L/∂z of the same layers, that of the output being 1. */
  gradients: number[];
}

/** `widths`: [features, …hidden, outputs]; `variances`: of the weights of each layer. The features have mean square 1. `exp`: the exponential function. */
export async function layerTheory(
  engine: Engine,
  activation: Activation,
  widths: number[],
  variances: number[],
  exp: (x: number) => number,
): Promise<LayerTheory> {
  const depth = widths.length - 2;
  const activations: number[] = [];
  const slopes: number[] = [];
  let signal = 1;
  for (let layer = 0; layer < depth; layer++) {
    const q = widths[layer]! * variances[layer]! * signal;
    const { values, slopes: derivatives } = await activationCurve(
      engine,
      activation,
      POINTS.map((t) => Math.sqrt(q) * t),
    );
    signal = expectation(values, exp);
    activations.push(signal);
    slopes.push(expectation(derivatives, exp));
  }
  const gradients = new Array<number>(depth);
  let error = 1;
  for (let layer = depth - 1; layer >= 0; layer--) {
    error *= widths[layer + 2]! * variances[layer + 1]! * slopes[layer]!;
    gradients[layer] = error;
  }
  return { activations, gradients };
}

/** E[g(t)²] of t ~ N(0, 1), from the values of g at POINTS, by the midpoint rule. */
function expectation(values: number[], exp: (x: number) => number): number {
  return POINTS.reduce((total, t, index) => total + values[index]! * values[index]! * exp((-t * t) / 2), 0) * (STEP / Math.sqrt(2 * Math.PI));
}

const STEP = 1 / 16;
/** Midpoints of [−8, 8]; none is 0, where activations have their kinks. */
const POINTS = Array.from({ length: 256 }, (_, index) => (index - 127.5) * STEP);
