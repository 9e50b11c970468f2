/** A ravine with curvatures 1/κ along and 1 across, and what is best in it. */
import { factorOf, type Method, type Rule } from './ball.ts';

/** Along the ravine, and across it; the same one twice where κ is 1. */
export function curvaturesOf(kappa: number): readonly [along: number, across: number] {
  return [1 / kappa, 1];
}

/** The slower of the two directions decides in the long run. */
export function ravineFactor(rule: Rule, kappa: number): number {
  return Math.max(...curvaturesOf(kappa).map((curvature) => factorOf(rule, curvature)));
}

/** Of gradient descent: both factors equal, 2 / (λ₁ + λ₂). */
export function bestPlain(kappa: number): Rule {
  return { method: 'heavyBall', rate: 2 / (1 + 1 / kappa), momentum: 0 };
}

/** Heavy ball: Polyak 1964. Nesterov: Lessard, Recht and Packard 2016. Both for λ₁ = 1/κ, λ₂ = 1. */
export function bestOf(method: Method, kappa: number): Rule {
  if (method === 'nesterov') {
    const root = Math.sqrt(3 * kappa + 1);
    return { method, rate: 4 / (3 + 1 / kappa), momentum: (root - 2) / (root + 2) };
  }
  const root = Math.sqrt(kappa);
  return { method, rate: (2 / (1 + 1 / root)) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
}

/** Updates in which the distance falls to a tenth, in the long run; infinite where it does not fall. */
export function updatesPerDigit(factor: number): number {
  return factor < 1 ? Math.LN10 / -Math.log(factor) : Infinity;
}
