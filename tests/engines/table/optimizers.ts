/**
 * What every optimizer is held to: its rule in float64 as Keras 3's sources have it (keras/src/optimizers/*.py), settings with which all
 * engines and exported programs are compared with it, and first steps worked out by hand. A new optimizer is one entry here.
 */

export type Given = Record<string, number | boolean>;

/** Told the signed distance to a point where a formula has no second derivative. */
export type Watch = (distance: number) => void;

export interface OptimizerRow {
  /** What the first slot starts at, 0 if not said. */
  start?: 'initialAccumulator';
  /** One parameter's update, with `slots` its state, changed in place, and `h` the hyperparameters. `t` counts from 1. */
  update: (theta: number, g: number, slots: [number, number, number], h: Record<string, number>, t: number, watch: Watch) => number;
  /** Settings that tell conventions apart: a large ε shows where it is added. */
  cases: Given[];
  /** The first step of a parameter b = 0.5 whose gradient is g = 0.5, by hand. `decay`: share of a weight without gradient that it takes away. */
  firstSteps: { given: Given; step: number; decay?: number }[];
}

const g = 0.5;
const b = 0.5;

export const optimizerRows: Record<string, OptimizerRow> = {
  // sgd.py: m = m·momentum − g·lr; nesterov ? θ + m·momentum − g·lr : θ + m
  sgd: {
    update(theta, g, slots, { learningRate, momentum, nesterov }) {
      slots[0] = slots[0] * momentum! - g * learningRate!;
      return nesterov ? theta + slots[0] * momentum! - g * learningRate! : theta + slots[0];
    },
    cases: [{ learningRate: 0.1 }, { learningRate: 0.05, momentum: 0.9 }, { learningRate: 0.05, momentum: 0.9, nesterov: true }],
    firstSteps: [
      { given: { learningRate: 0.125 }, step: -0.125 * g },
      { given: { learningRate: 0.125, momentum: 0.5 }, step: -0.125 * g },
      // Nesterov: v = −ηg, Δ = μv − ηg = −(1 + μ)ηg
      { given: { learningRate: 0.125, momentum: 0.5, nesterov: true }, step: -1.5 * 0.125 * g },
    ],
  },
  // adagrad.py: accumulator += g²; θ −= lr·g / √(accumulator + ε)
  adagrad: {
    start: 'initialAccumulator',
    update(theta, g, slots, { learningRate, epsilon }) {
      slots[0] += g * g;
      return theta - (learningRate! * g) / Math.sqrt(slots[0] + epsilon!);
    },
    cases: [{ learningRate: 0.05 }, { learningRate: 0.05, initialAccumulator: 0, epsilon: 0.01 }],
    // s = 0.5 + g² = 0.75, ε inside the root: √(0.75 + 0.25) = 1
    firstSteps: [{ given: { learningRate: 0.125, initialAccumulator: 0.5, epsilon: 0.25 }, step: -0.125 * g }],
  },
  // adadelta.py: Δ = −√(accumulated Δ + ε)/√(accumulated g + ε)·g; θ += lr·Δ
  adadelta: {
    update(theta, g, slots, { learningRate, rho, epsilon }) {
      slots[0] = rho! * slots[0] + (1 - rho!) * g * g;
      const delta = (-Math.sqrt(slots[1] + epsilon!) * g) / Math.sqrt(slots[0] + epsilon!);
      slots[1] = rho! * slots[1] + (1 - rho!) * delta * delta;
      return theta + learningRate! * delta;
    },
    cases: [
      { learningRate: 0.5, epsilon: 0.01 },
      { learningRate: 1, rho: 0.5, epsilon: 1e-3 },
    ],
    // s = (1 − ρ)g² = 0.125, u = 0: Δ = √(0 + 0.125)/√(0.125 + 0.125) g = √½ g
    firstSteps: [{ given: { learningRate: 0.125, rho: 0.5, epsilon: 0.125 }, step: -0.125 * Math.SQRT1_2 * g }],
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
    cases: [
      { learningRate: 0.01, epsilon: 1e-4 },
      { learningRate: 0.01, rho: 0.5, epsilon: 0.01 },
      { learningRate: 0.01, momentum: 0.5, epsilon: 0.01 },
      { learningRate: 0.01, rho: 0.8, epsilon: 0.01, centered: true },
      { learningRate: 0.01, rho: 0.8, momentum: 0.5, epsilon: 0.01, centered: true },
    ],
    firstSteps: [
      // s = (1 − ρ)g² = 0.125, √(0.125 + 0.125) = 0.5
      { given: { learningRate: 0.125, rho: 0.5, epsilon: 0.125 }, step: (-0.125 * g) / 0.5 },
      { given: { learningRate: 0.125, rho: 0.5, momentum: 0.5, epsilon: 0.125 }, step: (-0.125 * g) / 0.5 },
      // m = (1 − ρ)g = 0.25, s − m² = 0.125 − 0.0625, √(0.0625 + 0.1875) = 0.5
      { given: { learningRate: 0.125, rho: 0.5, epsilon: 0.1875, centered: true }, step: (-0.125 * g) / 0.5 },
    ],
  },
  // adam.py: α = lr·√(1 − β₂ᵗ)/(1 − β₁ᵗ); m += (g − m)(1 − β₁); v += (g² − v)(1 − β₂); θ −= m·α / (√v + ε)
  adam: {
    update: (theta, g, slots, h, t) => adam(theta, g, slots, h, t, false),
    cases: [
      { learningRate: 0.01, epsilon: 1e-3 },
      { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 0.1 },
    ],
    // m = (1 − β₁)g, v = (1 − β₂)g²; Δ = −η·√(1 − β₂)/(1 − β₁)·m/(√v + ε) = −ηg/(|g| + ε/√(1 − β₂)), here ε/√(1 − β₂) = 0.25/0.5
    firstSteps: [{ given: { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.25 }, step: (-0.125 * g) / (g + 0.5) }],
  },
  // with amsgrad: v_hat = max(v_hat, v)
  amsgrad: {
    update: (theta, g, slots, h, t) => adam(theta, g, slots, h, t, true),
    cases: [
      { learningRate: 0.01, epsilon: 1e-3 },
      { learningRate: 0.01, beta1: 0.5, beta2: 0.5, epsilon: 0.01 },
    ],
    // The first second moment is the largest so far.
    firstSteps: [{ given: { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.25 }, step: (-0.125 * g) / (g + 0.5) }],
  },
  // adamw.py and base_optimizer.py: θ −= θ·wd·lr before the step
  adamw: {
    update: (theta, g, slots, h, t) => adam(theta - theta * h.weightDecay! * h.learningRate!, g, slots, h, t, false),
    cases: [
      { learningRate: 0.01, epsilon: 1e-3, weightDecay: 0.5 },
      { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 0.1, weightDecay: 0 },
    ],
    // Before Adam's step, −ηλb.
    firstSteps: [
      {
        given: { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.25, weightDecay: 0.5 },
        step: -0.125 * 0.5 * b - (0.125 * g) / (g + 0.5),
        decay: 0.125 * 0.5,
      },
    ],
  },
  // adamax.py: u = max(β₂·u, |g|); θ −= lr·m / ((1 − β₁ᵗ)(u + ε))
  adamax: {
    update(theta, g, slots, { learningRate, beta1, beta2, epsilon }, t) {
      slots[0] += (g - slots[0]) * (1 - beta1!);
      slots[1] = Math.max(beta2! * slots[1], Math.abs(g));
      return theta - (learningRate! * slots[0]) / ((1 - beta1! ** t) * (slots[1] + epsilon!));
    },
    cases: [
      { learningRate: 0.01, epsilon: 0.01 },
      { learningRate: 0.01, beta1: 0.5, beta2: 0.8, epsilon: 0.1 },
    ],
    // m = (1 − β₁)g, u = |g|: Δ = −η/(1 − β₁)·m/(u + ε) = −ηg/(|g| + ε)
    firstSteps: [{ given: { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.5 }, step: (-0.125 * g) / (g + 0.5) }],
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
    cases: [
      { learningRate: 0.01, epsilon: 1e-3 },
      { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 0.1 },
    ],
    // μ₁ = 0.5(1 − 0.48) = 0.26, μ₂ = 0.5(1 − 0.4608) = 0.2696, m = 0.25, v̂ = g²: Δ = −η(μ₂m/(1 − μ₁μ₂) + g)/(|g| + ε)
    firstSteps: [
      {
        given: { learningRate: 0.125, beta1: 0.5, beta2: 0.75, epsilon: 0.5 },
        step: (-0.125 * ((0.2696 * 0.25) / (1 - 0.26 * 0.2696) + g)) / (g + 0.5),
      },
    ],
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
    cases: [{ learningRate: 0.01 }, { learningRate: 0.01, beta1: 0.5, beta2: 0.75, weightDecay: 0.5 }],
    firstSteps: [{ given: { learningRate: 0.125, weightDecay: 0.5 }, step: -0.125 * 0.5 * b - 0.125, decay: 0.125 * 0.5 }],
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
