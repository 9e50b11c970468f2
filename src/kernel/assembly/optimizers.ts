// One update of all parameters at once: θ, g and up to three state slots are flat blocks of `bytes`
// bytes, a multiple of 16. Formulas and defaults are Keras 3's; see the entries in src/nn/optimizers.
//
// Hyperparameters are float64 values at `h`, in this order:
//   sgd       learningRate, momentum, nesterov
//   adagrad   learningRate, initialAccumulator (laid out by the engine), epsilon
//   adadelta  learningRate, rho, epsilon
//   rmsprop   learningRate, rho, momentum, epsilon, centered
//   adam, amsgrad, adamax, nadam  learningRate, beta1, beta2, epsilon
//   adamw     learningRate, beta1, beta2, epsilon, weightDecay
//   lion      learningRate, beta1, beta2, weightDecay
// State that is one number per network is float64 at `state`: β₁ᵗ, β₂ᵗ, Nadam's 0.96ᵗ and ∏u, all 1 at first.

import * as Header from '../program/header';
import * as Variable from '../program/variable';
import { pointer, real, strideOf, word } from './layout';
import { sign4 } from './regularizers';
import { splat } from './vector';

/** Numbers by which programs name them; entries of the catalog (src/nn) hold the same. */
export namespace Optimizer {
  export const SGD = 0;
  export const ADAGRAD = 1;
  export const ADADELTA = 2;
  export const RMSPROP = 3;
  export const ADAM = 5;
  export const AMSGRAD = 6;
  export const ADAMW = 7;
  export const ADAMAX = 8;
  export const NADAM = 9;
  export const LION = 10;
}

/** `rate` is the learning rate of this update. */
export function update(optimizer: i32, theta: usize, g: usize, slots: usize, bytes: usize, rate: f64, h: usize, state: usize): void {
  const a = value(h, 1), b = value(h, 2), c = value(h, 3), d = value(h, 4);
  const eta = <f32>rate;
  const second = slots + bytes;
  const third = second + bytes;
  switch (optimizer) {
    case Optimizer.SGD:
      if (a == 0) sgd(theta, g, bytes, eta);
      else sgdMomentum(theta, g, slots, bytes, eta, <f32>a, b != 0);
      break;
    case Optimizer.ADAGRAD:
      adagrad(theta, g, slots, bytes, eta, <f32>b);
      break;
    case Optimizer.ADADELTA:
      adadelta(theta, g, slots, second, bytes, eta, <f32>a, <f32>b);
      break;
    case Optimizer.RMSPROP:
      if (b == 0 && d == 0) rmsprop(theta, g, slots, bytes, eta, <f32>a, <f32>c);
      else rmspropMomentum(theta, g, slots, second, third, bytes, eta, <f32>a, <f32>b, <f32>c, d != 0);
      break;
    case Optimizer.LION:
      decay(theta, bytes, rate * c);
      lion(theta, g, slots, bytes, eta, <f32>a, <f32>b);
      break;
    case Optimizer.ADAM:
    case Optimizer.AMSGRAD:
    case Optimizer.ADAMW:
    case Optimizer.ADAMAX:
    case Optimizer.NADAM:
      ofAdamsKind(optimizer, theta, g, slots, bytes, rate, h, state);
      break;
    default:
      unreachable();
  }
}

/** SGD or Adam, each variable at its own multiple of `rate`: what `update` does, block by block. */
export function updateEach(program: usize, rate: f64): void {
  const h = pointer(program, Header.HYPERPARAMETERS);
  const parameters = pointer(program, Header.PARAMETERS);
  const slots = pointer(program, Header.SLOTS);
  const block = <usize>word(program, Header.PARAMETER_COUNT) << 2;
  const adams = word(program, Header.OPTIMIZER) == Optimizer.ADAM;
  if (!adams && word(program, Header.OPTIMIZER) != Optimizer.SGD) unreachable();
  const a = value(h, 1), b = value(h, 2);
  let corrected = rate;
  if (adams) {
    const power1 = advance(h + 64, a);
    const power2 = advance(h + 72, b);
    corrected = rate * Math.sqrt(1 - power2) / (1 - power1);
  }
  let v = pointer(program, Header.VARIABLES);
  for (let i = word(program, Header.VARIABLE_COUNT); i > 0; i--, v += Variable.SIZE * 4) {
    const theta = pointer(v, Variable.POINTER);
    const g = pointer(v, Variable.GRADIENT);
    const bytes = <usize>word(v, Variable.ROWS) * strideOf(word(v, Variable.WIDTH));
    const first = slots + (theta - parameters);
    const eta = <f32>(corrected * <f64>real(v, Variable.RATE));
    if (adams) adam(theta, g, first, first + block, bytes, eta, <f32>(1 - a), <f32>(1 - b), <f32>value(h, 3));
    else if (a == 0) sgd(theta, g, bytes, eta);
    else sgdMomentum(theta, g, first, bytes, eta, <f32>a, b != 0);
  }
}

/** Two running means, and the powers of their factors that correct them. */
function ofAdamsKind(optimizer: i32, theta: usize, g: usize, slots: usize, bytes: usize, rate: f64, h: usize, state: usize): void {
  const beta1 = value(h, 1), beta2 = value(h, 2);
  const power1 = advance(state, beta1);
  const power2 = advance(state + 8, beta2);
  const rest1 = <f32>(1 - beta1), rest2 = <f32>(1 - beta2), epsilon = <f32>value(h, 3);
  const corrected = <f32>(rate * Math.sqrt(1 - power2) / (1 - power1));
  const second = slots + bytes;
  switch (optimizer) {
    case Optimizer.ADAM:
      adam(theta, g, slots, second, bytes, corrected, rest1, rest2, epsilon);
      break;
    case Optimizer.ADAMW:
      decay(theta, bytes, rate * value(h, 4));
      adam(theta, g, slots, second, bytes, corrected, rest1, rest2, epsilon);
      break;
    case Optimizer.AMSGRAD:
      amsgrad(theta, g, slots, second, second + bytes, bytes, corrected, rest1, rest2, epsilon);
      break;
    case Optimizer.ADAMAX:
      adamax(theta, g, slots, second, bytes, <f32>(rate / (1 - power1)), rest1, <f32>beta2, epsilon);
      break;
    case Optimizer.NADAM:
      nadam(theta, g, slots, second, bytes, rate, beta1, power2, rest1, rest2, epsilon, state + 16);
      break;
    default:
      unreachable();
  }
}

// @ts-ignore: decorator
@inline
function value(h: usize, index: i32): f64 {
  return load<f64>(h + (<usize>index << 3));
}

// @ts-ignore: decorator
@inline
function advance(power: usize, factor: f64): f64 {
  const next = load<f64>(power) * factor;
  store<f64>(power, next);
  return next;
}

/** θ ← θ − numerator / denominator. */
// @ts-ignore: decorator
@inline
function step(theta: usize, numerator: v128, denominator: v128): void {
  v128.store(theta, f32x4.sub(v128.load(theta), f32x4.div(numerator, denominator)));
}

/** The running mean at `p`: m ← m + (x − m) · rest. */
// @ts-ignore: decorator
@inline
function average(p: usize, x: v128, rest: v128): v128 {
  const m = v128.load(p);
  const next = f32x4.add(m, f32x4.mul(f32x4.sub(x, m), rest));
  v128.store(p, next);
  return next;
}

/** Decoupled weight decay (Loshchilov & Hutter 2019): θ ← θ − share · θ. */
function decay(theta: usize, bytes: usize, share: f64): void {
  if (share == 0) return;
  const s = splat(<f32>share);
  for (let i: usize = 0; i < bytes; i += 16) {
    const w = v128.load(theta + i);
    v128.store(theta + i, f32x4.sub(w, f32x4.mul(w, s)));
  }
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
    const gradientStep = f32x4.mul(v128.load(g + i), eta);
    const v = f32x4.sub(f32x4.mul(v128.load(velocity + i), mu), gradientStep);
    v128.store(velocity + i, v);
    const move = nesterov ? f32x4.sub(f32x4.mul(v, mu), gradientStep) : v;
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

function adadelta(theta: usize, g: usize, squares: usize, moves: usize, bytes: usize, rate: f32, rho: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), rest = splat(1 - rho);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const s = average(squares + i, f32x4.mul(gradient, gradient), rest);
    const past = f32x4.sqrt(f32x4.add(v128.load(moves + i), small));
    const move = f32x4.div(f32x4.mul(past, gradient), f32x4.sqrt(f32x4.add(s, small)));
    average(moves + i, f32x4.mul(move, move), rest);
    v128.store(theta + i, f32x4.sub(v128.load(theta + i), f32x4.mul(move, eta)));
  }
}

function rmsprop(theta: usize, g: usize, mean: usize, bytes: usize, rate: f32, rho: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), keep = splat(rho), rest = splat(1 - rho);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const s = f32x4.add(f32x4.mul(v128.load(mean + i), keep), f32x4.mul(f32x4.mul(gradient, gradient), rest));
    v128.store(mean + i, s);
    step(theta + i, f32x4.mul(gradient, eta), f32x4.sqrt(f32x4.add(s, small)));
  }
}

/** With momentum on the scaled gradient, and, if centered, the variance in place of the mean square. */
function rmspropMomentum(
  theta: usize, g: usize, mean: usize, velocity: usize, mean1: usize, bytes: usize,
  rate: f32, rho: f32, momentum: f32, epsilon: f32, centered: bool,
): void {
  const eta = splat(rate), mu = splat(momentum), small = splat(epsilon), keep = splat(rho), rest = splat(1 - rho);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    let s = f32x4.add(f32x4.mul(v128.load(mean + i), keep), f32x4.mul(f32x4.mul(gradient, gradient), rest));
    v128.store(mean + i, s);
    if (centered) {
      const m = f32x4.add(f32x4.mul(v128.load(mean1 + i), keep), f32x4.mul(gradient, rest));
      v128.store(mean1 + i, m);
      // A variance, unless rounding makes it negative.
      s = f32x4.max(f32x4.sub(s, f32x4.mul(m, m)), splat(0));
    }
    const increment = f32x4.div(f32x4.mul(gradient, eta), f32x4.sqrt(f32x4.add(s, small)));
    const v = f32x4.add(f32x4.mul(v128.load(velocity + i), mu), increment);
    v128.store(velocity + i, v);
    v128.store(theta + i, f32x4.sub(v128.load(theta + i), v));
  }
}

function adam(theta: usize, g: usize, first: usize, second: usize, bytes: usize, rate: f32, rest1: f32, rest2: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), fresh1 = splat(rest1), fresh2 = splat(rest2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const m = average(first + i, gradient, fresh1);
    const v = average(second + i, f32x4.mul(gradient, gradient), fresh2);
    step(theta + i, f32x4.mul(m, eta), f32x4.add(f32x4.sqrt(v), small));
  }
}

/** Adam with the largest second moment so far (Reddi, Kale & Kumar 2018). */
function amsgrad(
  theta: usize, g: usize, first: usize, second: usize, largest: usize, bytes: usize,
  rate: f32, rest1: f32, rest2: f32, epsilon: f32,
): void {
  const eta = splat(rate), small = splat(epsilon), fresh1 = splat(rest1), fresh2 = splat(rest2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const m = average(first + i, gradient, fresh1);
    const v = f32x4.max(v128.load(largest + i), average(second + i, f32x4.mul(gradient, gradient), fresh2));
    v128.store(largest + i, v);
    step(theta + i, f32x4.mul(m, eta), f32x4.add(f32x4.sqrt(v), small));
  }
}

/** Adam in the infinity norm (Kingma & Ba 2015, section 7.1). */
function adamax(theta: usize, g: usize, first: usize, norm: usize, bytes: usize, rate: f32, rest1: f32, beta2: f32, epsilon: f32): void {
  const eta = splat(rate), small = splat(epsilon), fresh1 = splat(rest1), keep = splat(beta2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const m = average(first + i, gradient, fresh1);
    const u = f32x4.max(f32x4.mul(v128.load(norm + i), keep), f32x4.abs(gradient));
    v128.store(norm + i, u);
    step(theta + i, f32x4.mul(m, eta), f32x4.add(u, small));
  }
}

/** Adam with Nesterov momentum (Dozat 2016): u_t = β₁ (1 − ½ · 0.96ᵗ). `state`: 0.96ᵗ, ∏ u. */
function nadam(
  theta: usize, g: usize, first: usize, second: usize, bytes: usize,
  rate: f64, beta1: f64, power2: f64, rest1: f32, rest2: f32, epsilon: f32, state: usize,
): void {
  const decayed = advance(state, 0.96);
  const now = beta1 * (1 - 0.5 * decayed);
  const next = beta1 * (1 - 0.5 * decayed * 0.96);
  const product = advance(state + 8, now);
  const ofMean = splat(<f32>(rate * next / (1 - product * next)));
  const ofGradient = splat(<f32>(rate * (1 - now) / (1 - product)));
  const correction = splat(<f32>(1 / (1 - power2)));
  const small = splat(epsilon), fresh1 = splat(rest1), fresh2 = splat(rest2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const m = average(first + i, gradient, fresh1);
    const v = f32x4.mul(average(second + i, f32x4.mul(gradient, gradient), fresh2), correction);
    step(theta + i, f32x4.add(f32x4.mul(m, ofMean), f32x4.mul(gradient, ofGradient)), f32x4.add(f32x4.sqrt(v), small));
  }
}

/** The sign of an interpolated momentum (Chen et al. 2023). */
function lion(theta: usize, g: usize, momentum: usize, bytes: usize, rate: f32, beta1: f32, beta2: f32): void {
  const eta = splat(rate), keep = splat(beta1), rest = splat(1 - beta1), fresh = splat(1 - beta2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const gradient = v128.load(g + i);
    const mixed = f32x4.add(f32x4.mul(v128.load(momentum + i), keep), f32x4.mul(gradient, rest));
    v128.store(theta + i, f32x4.sub(v128.load(theta + i), f32x4.mul(sign4(mixed), eta)));
    average(momentum + i, gradient, fresh);
  }
}
