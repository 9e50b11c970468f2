/** The catalog's formulas in float64, written down once more, for the reference. */
import type { Choice } from '../../src/nn/entry.ts';

/** Told the signed distance to a point where a formula has no second derivative. */
export type Watch = (distance: number) => void;

type ActivationFormula = (z: number[], choice: Choice, watch?: Watch) => number[];

const each =
  (f: (z: number, choice: Choice) => number, ...kinks: number[]): ActivationFormula =>
  (z, choice, watch) => {
    if (watch) for (const value of z) for (const kink of kinks) watch(value - kink);
    return z.map((value) => f(value, choice));
  };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export const activations: Record<string, ActivationFormula> = {
  linear: each((z) => z),
  step: each((z) => (z > 0 ? 1 : Number.isNaN(z) ? NaN : 0), 0),
  sigmoid: each(sigmoid),
  hardSigmoid: each((z) => Math.min(Math.max(z + 3, 0), 6) / 6, -3, 3),
  tanh: each(Math.tanh),
  relu: each((z) => Math.max(0, z), 0),
  leakyRelu: each((z, { slope }) => (z > 0 ? z : z * Number(slope)), 0),
  elu: each((z, { alpha }) => (z > 0 ? z : Number(alpha) * Math.expm1(z)), 0),
  selu: each((z) => 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z)), 0),
  gelu: each((z) => z * cumulativeNormal(z)),
  geluTanh: each((z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)))),
  swish: each((z) => z * sigmoid(z)),
  softplus: each((z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))),
  softmax(z) {
    const e = z.map((v) => Math.exp(v - Math.max(...z)));
    const sum = e.reduce((s, v) => s + v, 0);
    return e.map((v) => v / sum);
  },
};

/** Φ(z) = ½ erfc(−z/√2). */
export function cumulativeNormal(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/**
 * Complementary error function: up to 2.5 by the series erf x = 2/√π Σ (−1)ⁿ x^(2n+1) / (n! (2n + 1)), beyond by the
 * continued fraction e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))) (Abramowitz & Stegun 7.1.5, 7.1.14).
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x > 2.5) {
    let fraction = x;
    for (let n = 120; n > 0; n--) fraction = x + n / 2 / fraction;
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }
  let [term, sum] = [x, x];
  for (let n = 1; n < 60; n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return 1 - (2 / Math.sqrt(Math.PI)) * sum;
}

type LossFormula = (yHat: number[], y: number[], choice: Choice, watch?: Watch) => number;

/** Loss of one example, from outputs ŷ: the catalog's formulas as they stand (labels and logits here are moderate). */
export const losses: Record<string, LossFormula> = {
  meanSquaredError: (yHat, y) => average(yHat.map((v, k) => (v - y[k]!) ** 2)),
  halfSquaredError: (yHat, y) => sum(yHat.map((v, k) => (v - y[k]!) ** 2 / 2)),
  meanAbsoluteError: (yHat, y, _choice, watch) =>
    average(
      yHat.map((v, k) => {
        watch?.(v - y[k]!);
        return Math.abs(v - y[k]!);
      }),
    ),
  huber: (yHat, y, { delta }, watch) =>
    average(
      yHat.map((v, k) => {
        const [d, limit] = [Math.abs(v - y[k]!), Number(delta)];
        watch?.(d - limit);
        return d <= limit ? d ** 2 / 2 : limit * (d - limit / 2);
      }),
    ),
  binaryCrossentropy: (yHat, y) => average(yHat.map((v, k) => -y[k]! * Math.log(v) - (1 - y[k]!) * Math.log(1 - v))),
  categoricalCrossentropy: (yHat, y) => -sum(yHat.map((v, k) => (y[k] ? y[k] * Math.log(v) : 0))),
  kullbackLeibler: (yHat, y) => sum(yHat.map((v, k) => (y[k] ? y[k] * Math.log(y[k] / v) : 0))),
  hinge: (yHat, y, _choice, watch) =>
    average(
      yHat.map((v, k) => {
        const margin = 1 - (2 * y[k]! - 1) * v;
        watch?.(margin);
        return Math.max(0, margin);
      }),
    ),
};

/** One parameter's update, with `slots` its state, changed in place, and `h` the hyperparameters. `t` counts from 1. */
type Update = (theta: number, g: number, slots: [number, number, number], h: Record<string, number>, t: number, watch: Watch) => number;

/** Keras 3's sources (keras/src/optimizers/*.py). `start`: what the first slot starts at, 0 if not said. */
export const rules: Record<string, { start?: 'initialAccumulator'; update: Update }> = {
  // sgd.py: m = m·momentum − g·lr; nesterov ? θ + m·momentum − g·lr : θ + m
  sgd: {
    update(theta, g, slots, { learningRate, momentum, nesterov }) {
      slots[0] = slots[0] * momentum! - g * learningRate!;
      return nesterov ? theta + slots[0] * momentum! - g * learningRate! : theta + slots[0];
    },
  },
  // adagrad.py: accumulator += g²; θ −= lr·g / √(accumulator + ε)
  adagrad: {
    start: 'initialAccumulator',
    update(theta, g, slots, { learningRate, epsilon }) {
      slots[0] += g * g;
      return theta - (learningRate! * g) / Math.sqrt(slots[0] + epsilon!);
    },
  },
  // adadelta.py: Δ = −√(accumulated Δ + ε)/√(accumulated g + ε)·g; θ += lr·Δ
  adadelta: {
    update(theta, g, slots, { learningRate, rho, epsilon }) {
      slots[0] = rho! * slots[0] + (1 - rho!) * g * g;
      const delta = (-Math.sqrt(slots[1] + epsilon!) * g) / Math.sqrt(slots[0] + epsilon!);
      slots[1] = rho! * slots[1] + (1 - rho!) * delta * delta;
      return theta + learningRate! * delta;
    },
  },
  // rmsprop.py: velocity = ρ·velocity + (1 − ρ)·g²; increment = lr·g / √(velocity [− average_grad²] + ε), through momentum
  rmsprop: {
    update(theta, g, slots, { learningRate, rho, momentum, epsilon, centered }) {
      slots[0] = rho! * slots[0] + (1 - rho!) * g * g;
      slots[1] = rho! * slots[1] + (1 - rho!) * g;
      const denominator = slots[0] - (centered ? slots[1] ** 2 : 0) + epsilon!;
      slots[2] = momentum! * slots[2] + (learningRate! * g) / Math.sqrt(denominator);
      return theta - slots[2];
    },
  },
  // adam.py: α = lr·√(1 − β₂ᵗ)/(1 − β₁ᵗ); m += (g − m)(1 − β₁); v += (g² − v)(1 − β₂); θ −= m·α / (√v + ε)
  adam: { update: (theta, g, slots, h, t) => adam(theta, g, slots, h, t, false) },
  // with amsgrad: v_hat = max(v_hat, v)
  amsgrad: { update: (theta, g, slots, h, t) => adam(theta, g, slots, h, t, true) },
  // adamw.py and base_optimizer.py: θ −= θ·wd·lr before the step
  adamw: { update: (theta, g, slots, h, t) => adam(theta - theta * h.weightDecay! * h.learningRate!, g, slots, h, t, false) },
  // adamax.py: u = max(β₂·u, |g|); θ −= lr·m / ((1 − β₁ᵗ)(u + ε))
  adamax: {
    update(theta, g, slots, { learningRate, beta1, beta2, epsilon }, t) {
      slots[0] += (g - slots[0]) * (1 - beta1!);
      slots[1] = Math.max(beta2! * slots[1], Math.abs(g));
      return theta - (learningRate! * slots[0]) / ((1 - beta1! ** t) * (slots[1] + epsilon!));
    },
  },
  // nadam.py: u_t = β₁(1 − ½·0.96ᵗ); m_hat = u_{t+1}·m/(1 − ∏u_{t+1}) + (1 − u_t)·g/(1 − ∏u_t); v_hat = v/(1 − β₂ᵗ)
  nadam: {
    update(theta, g, slots, { learningRate, beta1, beta2, epsilon }, t) {
      const u = (step: number) => beta1! * (1 - 0.5 * 0.96 ** step);
      let product = 1;
      for (let step = 1; step <= t; step++) product *= u(step);
      slots[0] += (g - slots[0]) * (1 - beta1!);
      slots[1] += (g * g - slots[1]) * (1 - beta2!);
      const mHat = (u(t + 1) * slots[0]) / (1 - product * u(t + 1)) + ((1 - u(t)) * g) / (1 - product);
      return theta - (mHat * learningRate!) / (Math.sqrt(slots[1] / (1 - beta2! ** t)) + epsilon!);
    },
  },
  // lion.py: θ −= lr·sign(m·β₁ + g(1 − β₁)); m = m·β₂ + g(1 − β₂)
  lion: {
    update(theta, g, slots, { learningRate, beta1, beta2, weightDecay }, _t, watch) {
      const mixed = slots[0] * beta1! + g * (1 - beta1!);
      // The sign jumps at 0, but nothing is differenced across it: a tenth of the distance to kinks is enough. Exact
      // zeros, of weights that no gradient reaches, are zeros in every engine.
      if (mixed !== 0) watch(10 * mixed);
      slots[0] = slots[0] * beta2! + g * (1 - beta2!);
      return theta - theta * weightDecay! * learningRate! - learningRate! * Math.sign(mixed);
    },
  },
};

function adam(theta: number, g: number, slots: [number, number, number], h: Record<string, number>, t: number, amsgrad: boolean): number {
  const { learningRate, beta1, beta2, epsilon } = h;
  const alpha = (learningRate! * Math.sqrt(1 - beta2! ** t)) / (1 - beta1! ** t);
  slots[0] += (g - slots[0]) * (1 - beta1!);
  slots[1] += (g * g - slots[1]) * (1 - beta2!);
  slots[2] = Math.max(slots[2], slots[1]);
  return theta - (slots[0] * alpha) / (Math.sqrt(amsgrad ? slots[2] : slots[1]) + epsilon!);
}

/** Names that the reference knows, for the test that no entry of the catalog goes untested. */
export const referenceNames = { activations: Object.keys(activations), losses: Object.keys(losses), optimizers: Object.keys(rules) };

function sum(values: number[]): number {
  return values.reduce((s, v) => s + v, 0);
}

function average(values: number[]): number {
  return sum(values) / values.length;
}
