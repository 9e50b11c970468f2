/** Φ(z) = ½ erfc(−z/√2). */
export function cumulativeNormal(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/**
 * Complementary error function: up to 2.5 by the series erf x = 2/√π Σ (−1)ⁿ x^(2n+1) / (n! (2n + 1)), beyond by the
 * continued fraction e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))) (Abramowitz & Stegun 7.1.5, 7.1.14).
 */
function erfc(x: number): number {
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
