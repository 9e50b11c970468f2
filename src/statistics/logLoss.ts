/**
 * Mean of −ln of the probability of the right class: the cross-entropy of labels that are not smoothed. `log`: the kernel's. What has rounded to zero counts as the smallest
 * normal float32.
 */
export function logLoss(outputs: Float32Array, labels: Float32Array, examples: number, log: (x: number) => number): number {
  const units = outputs.length / examples;
  let sum = 0;
  for (let i = 0; i < outputs.length; i++) {
    if (labels[i]! > 0.5) sum -= log(Math.max(LEAST, outputs[i]!));
    else if (units === 1) sum -= log(Math.max(LEAST, 1 - outputs[i]!));
  }
  return sum / examples;
}

/** 2⁻¹²⁶ */
const LEAST = 1.1754943508222875e-38;
