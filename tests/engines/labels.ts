/** Labels of one example, by what an output can reach. */
export const labels = {
  real: (outputs: number, uniform: () => number) => Array.from({ length: outputs }, () => uniform() * 1.6 - 0.8),
  positive: (outputs: number, uniform: () => number) => Array.from({ length: outputs }, () => uniform() + 0.5),
  bits: (outputs: number, uniform: () => number) => Array.from({ length: outputs }, () => (uniform() < 0.5 ? 0 : 1)),
  oneHot(outputs: number, uniform: () => number) {
    const right = Math.floor(uniform() * outputs);
    return Array.from({ length: outputs }, (_, k) => (k === right ? 1 : 0));
  },
  /** Sums to 1; in float32, halves of quarters do so exactly. */
  shares(outputs: number, uniform: () => number) {
    const first = (1 + Math.floor(uniform() * 3)) / 4;
    return Array.from({ length: outputs }, (_, k) => (k === 0 ? first : (1 - first) / (outputs - 1)));
  },
};
