/** One hidden layer of relu and ten probabilities, for one picture: small enough for the page itself. */

/** Kernels row-major, [inputs][units]. */
export interface Layer {
  kernel: Float32Array;
  bias: Float32Array;
}
export type Network = readonly [hidden: Layer, output: Layer];

export interface Answer {
  /** Of each hidden unit: its weighted sum, and what it hands on. */
  sums: number[];
  activations: number[];
  probabilities: number[];
}

export function answer([hidden, output]: Network, picture: ArrayLike<number>): Answer {
  const sums = weighted(hidden, picture);
  const activations = sums.map((sum) => Math.max(0, sum));
  return { sums, activations, probabilities: softmax(weighted(output, activations)) };
}

/** What a pixel adds to the sum of a unit: its weight times its shade. */
export function pushes({ kernel, bias }: Layer, unit: number, picture: ArrayLike<number>): number[] {
  return weightsOf({ kernel, bias }, unit).map((weight, pixel) => weight * picture[pixel]!);
}

/** Weights into a unit. */
export function weightsOf({ kernel, bias }: Layer, unit: number): number[] {
  return Array.from({ length: kernel.length / bias.length }, (_, input) => kernel[input * bias.length + unit]!);
}

/** Weights from a unit of the layer before. */
export function weightsFrom({ kernel, bias }: Layer, unit: number): number[] {
  return Array.from(kernel.subarray(unit * bias.length, (unit + 1) * bias.length));
}

function weighted({ kernel, bias }: Layer, inputs: ArrayLike<number>): number[] {
  const sums = Array.from(bias);
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input]!;
    if (value === 0) continue;
    for (let unit = 0; unit < sums.length; unit++) sums[unit]! += value * kernel[input * sums.length + unit]!;
  }
  return sums;
}

function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
