/** Names for the words of a program; mirrors kernel/assembly/layout.ts and opcodes.ts. */
import type { Kernel } from '../../kernel/kernel.ts';

export const Header = {
  ops: 0,
  opCount: 1,
  inputs: 2,
  outputs: 3,
  capacity: 4,
  loss: 5,
  optimizer: 6,
  parameters: 7,
  gradients: 8,
  slots: 9,
  parameterCount: 10,
  hyperparameters: 11,
  x: 12,
  y: 13,
  examples: 14,
  batchSize: 15,
  batchX: 16,
  batchY: 17,
  permutation: 18,
  order: 19,
  position: 20,
  step: 21,
  scratch: 22,
  results: 23,
  variables: 24,
  variableCount: 25,
  clip: 26,
  clipLimit: 27,
  averages: 28,
  averageMomentum: 29,
  lossParameter: 30,
  penalized: 31,
  constrained: 32,
  groups: 33,
  groupCount: 34,
  keptX: 35,
  keptGradient: 36,
  codeValues: 37,
  codeStep: 38,
  size: 40,
} as const;

export const Field = {
  kind: 0,
  in: 1,
  out: 2,
  inWidth: 3,
  outWidth: 4,
  deltaOut: 5,
  deltaIn: 6,
  kernel: 7,
  bias: 8,
  kernelGradient: 9,
  biasGradient: 10,
  opcode: 11,
  a: 12,
  b: 13,
  auxiliary: 14,
  statistics: 15,
  stream: 16,
  size: 20,
} as const;

export const Variable = {
  pointer: 0,
  gradient: 1,
  rows: 2,
  width: 3,
  l1: 4,
  l2: 5,
  constraint: 6,
  c0: 7,
  c1: 8,
  c2: 9,
  size: 12,
} as const;

export const Kind = {
  dense: 0,
  activation: 1,
  dropout: 2,
  gaussianNoise: 3,
  batchNormalization: 4,
  layerNormalization: 5,
  activityRegularizer: 6,
} as const;

export const Clip = { value: 1, norm: 2, globalNorm: 3 } as const;

export const Mode = { evaluate: 0, train: 1, probe: 2 } as const;

/** Write words at `base`: integers by `words`, float32 by `reals`. */
export function writeWords(kernel: Kernel, base: number, words: Record<number, number>, reals: Record<number, number> = {}): void {
  for (const index in words) kernel.i32(base + Number(index) * 4, 1)[0] = words[index]!;
  for (const index in reals) kernel.f32(base + Number(index) * 4, 1)[0] = reals[index]!;
}
