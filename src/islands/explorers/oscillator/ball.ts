/**
 * A ball on a parabola of curvature λ, under gradient descent with momentum. From the minimum it is x away, and its last step was v:
 *
 *   heavy ball   v ← μv − ηλx,            x ← x + v
 *   Nesterov     v ← μv − ηλx,            x ← x + μv − ηλx
 *
 * Positions then obey x₊ = b x − c x₋, so that the roots of r² − b r + c say all (Qian 1999; Goh 2017).
 */

export const METHODS = { heavyBall: 'heavy ball', nesterov: 'Nesterov' } as const;
export type Method = keyof typeof METHODS;

export interface Rule {
  method: Method;
  /** η, above 0. */
  rate: number;
  /** μ, from 0 to below 1. */
  momentum: number;
}

/** Sum and product of the two roots. */
function polynomial({ method, rate, momentum }: Rule, curvature: number): { sum: number; product: number } {
  const pull = 1 - rate * curvature;
  return method === 'nesterov' ? { sum: (1 + momentum) * pull, product: momentum * pull } : { sum: momentum + pull, product: momentum };
}

/** By which factor the distance shrinks per update in the long run: the larger absolute value of the two roots. Above 1 it grows. */
export function factorOf(rule: Rule, curvature: number): number {
  const { sum, product } = polynomial(rule, curvature);
  const discriminant = sum ** 2 - 4 * product;
  return discriminant < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}

/** With more than this a heavy ball swings. */
export function criticalMomentum(rate: number, curvature: number): number {
  return (1 - Math.sqrt(rate * curvature)) ** 2;
}

/** The rate, in units of 1/λ, from which on it diverges: there a root is −1. */
export function limitOf(method: Method, momentum: number): number {
  return method === 'nesterov' ? (2 * (1 + momentum)) / (1 + 2 * momentum) : 2 * (1 + momentum);
}

export const MOTIONS = {
  creeps: 'creeps: over-damped',
  critical: 'critically damped',
  swings: 'swings: under-damped',
  jumps: 'jumps from side to side',
  diverges: 'diverges',
} as const;
export type Motion = keyof typeof MOTIONS;

/** Critical is what rounding cannot tell from it. */
const CRITICAL = 1e-9;

export function motionOf(rule: Rule, curvature: number): Motion {
  const { sum, product } = polynomial(rule, curvature);
  if (factorOf(rule, curvature) >= 1) return 'diverges';
  const discriminant = sum ** 2 - 4 * product;
  // Without a product one root is 0: nothing swings that has no memory.
  if (product > 0 && Math.abs(discriminant) < CRITICAL) return 'critical';
  if (discriminant < 0) return 'swings';
  return sum < 0 ? 'jumps' : 'creeps';
}

export interface Way {
  /** Distance from the minimum after 0, 1, 2 … updates. */
  x: number[];
  /** The step that led there; 0 at the start. */
  v: number[];
}

/** Stops before it leaves what can be drawn. */
export function wayOf({ method, rate, momentum }: Rule, curvature: number, updates: number): Way {
  const way: Way = { x: [START], v: [0] };
  let [x, memory] = [START, 0];
  for (let update = 0; update < updates; update++) {
    const push = -rate * curvature * x;
    memory = momentum * memory + push;
    const step = method === 'nesterov' ? momentum * memory + push : memory;
    x += step;
    if (Math.abs(x) > OUTSIDE) break;
    way.x.push(x);
    way.v.push(step);
  }
  return way;
}

/** Where every ball is let go. */
const START = 1;
const OUTSIDE = 10;
