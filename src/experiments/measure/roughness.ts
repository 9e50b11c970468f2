/**
 * How rough a curve is: how far it goes back on its way, for each step from one value to the next. Of a curve that falls on the whole, that is the sum of its
 * rises divided by the number of steps; of one that rises, the sum of its falls. Everything that the curve moves, Σ|Δ|, is its net
 * way |ΣΔ| and twice the way back, so that the two sums are all that is needed. A curve that never turns has 0, however steep it is.
 */
export function roughness(values: Float64Array): number {
  const steps = values.length - 1;
  if (steps < 1) return 0;
  let travelled = 0;
  for (let i = 1; i <= steps; i++) travelled += Math.abs(values[i]! - values[i - 1]!);
  return (travelled - Math.abs(values[steps]! - values[0]!)) / (2 * steps);
}
