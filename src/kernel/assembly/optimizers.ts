// One update of all parameters at once: θ, g and up to three state slots are flat blocks of `n`
// floats, n a multiple of 4. Formulas and defaults are Keras 3's; see the entries in src/nn/optimizers.
//
// Hyperparameters are float64 values at `h`, in this order:
//   sgd      learningRate, momentum, nesterov
//   adagrad  learningRate, initialAccumulator (laid out by the engine), epsilon
//   rmsprop  learningRate, rho, epsilon
//   adam     learningRate, beta1, beta2, epsilon

import { Optimizer } from './opcodes';
import { splat } from './vector';

/** `powers`: two float64 that hold β₁ᵗ and β₂ᵗ, 1 before the first update. */
export function update(optimizer: i32, theta: usize, g: usize, slots: usize, n: i32, h: usize, powers: usize): void {
  const bytes = <usize>n << 2;
  switch (optimizer) {
    case Optimizer.SGD:
      if (value(h, 1) == 0) sgd(theta, g, bytes, value(h, 0));
      else sgdMomentum(theta, g, slots, bytes, value(h, 0), value(h, 1), value(h, 2) != 0);
      break;
    case Optimizer.ADAGRAD:
      adagrad(theta, g, slots, bytes, value(h, 0), value(h, 2));
      break;
    case Optimizer.RMSPROP:
      rmsprop(theta, g, slots, bytes, value(h, 0), value(h, 1), value(h, 2));
      break;
    case Optimizer.ADAM: {
      const power1 = load<f64>(powers) * load<f64>(h, 8);
      const power2 = load<f64>(powers, 8) * load<f64>(h, 16);
      store<f64>(powers, power1);
      store<f64>(powers, power2, 8);
      const rate = load<f64>(h) * Math.sqrt(1 - power2) / (1 - power1);
      adam(theta, g, slots, slots + bytes, bytes, <f32>rate, <f32>(1 - load<f64>(h, 8)), <f32>(1 - load<f64>(h, 16)), value(h, 3));
      break;
    }
  }
}

// @ts-ignore: decorator
@inline
function value(h: usize, index: i32): f32 {
  return <f32>load<f64>(h + (<usize>index << 3));
}

function sgd(theta: usize, g: usize, bytes: usize, rate: f32): void {
  const eta = splat(rate);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(theta + i, f32x4.sub(v128.load(theta + i), f32x4.mul(v128.load(g + i), eta)));
  }
}

function sgdMomentum(theta: usize, g: usize, velocity: usize, bytes: usize, rate: f32, momentum: f32, nesterov: bool): void {
  const eta = splat(rate), mu = splat(momentum);
  for (let i: usize = 0; i < bytes; i += 16) {
    const step = f32x4.mul(v128.load(g + i), eta);
    const v = f32x4.sub(f32x4.mul(v128.load(velocity + i), mu), step);
    v128.store(velocity + i, v);
    const move = nesterov ? f32x4.sub(f32x4.mul(v, mu), step) : v;
    v128.store(theta + i, f32x4.add(v128.load(theta + i), move));
  }
}

function adagrad(theta: usize, g: usize, sum: usize, bytes: usize, rate: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const s = f32x4.add(v128.load(sum + i), f32x4.mul(gradient, gradient));
    v128.store(sum + i, s);
    step(theta + i, f32x4.mul(gradient, eta), f32x4.sqrt(f32x4.add(s, small)));
  }
}

function rmsprop(theta: usize, g: usize, mean: usize, bytes: usize, rate: f32, rho: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), keep = splat(rho), rest = splat(1 - rho);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const square = f32x4.mul(gradient, gradient);
    const s = f32x4.add(f32x4.mul(v128.load(mean + i), keep), f32x4.mul(square, rest));
    v128.store(mean + i, s);
    step(theta + i, f32x4.mul(gradient, eta), f32x4.sqrt(f32x4.add(s, small)));
  }
}

function adam(theta: usize, g: usize, first: usize, second: usize, bytes: usize, rate: f32, rest1: f32, rest2: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), fresh1 = splat(rest1), fresh2 = splat(rest2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    let m = v128.load(first + i);
    m = f32x4.add(m, f32x4.mul(f32x4.sub(gradient, m), fresh1));
    v128.store(first + i, m);
    let v = v128.load(second + i);
    v = f32x4.add(v, f32x4.mul(f32x4.sub(f32x4.mul(gradient, gradient), v), fresh2));
    v128.store(second + i, v);
    step(theta + i, f32x4.mul(m, eta), f32x4.add(f32x4.sqrt(v), small));
  }
}

/** θ ← θ − numerator / denominator. */
// @ts-ignore: decorator
@inline
function step(theta: usize, numerator: v128, denominator: v128): void {
  v128.store(theta, f32x4.sub(v128.load(theta), f32x4.div(numerator, denominator)));
}
