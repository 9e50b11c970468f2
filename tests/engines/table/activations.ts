/**
 * What every activation is held to: its formula and derivative in float64, how far the kernel may be off over all of float32's range, and what
 * it is trained with. A new activation is one entry here.
 */
import type { Choice } from '../../../src/nn/entry.ts';
import type { labels } from '../labels.ts';
import { cumulativeNormal } from './normal.ts';
import type { Given, Watch } from './optimizers.ts';

type ActivationFormula = (z: number[], choice: Choice, watch?: Watch) => number[];

interface Row {
  formula: ActivationFormula;
  /** As the activation of outputs: labels that it can reach. None for one that cannot be trained. */
  labels?: keyof typeof labels;
  /** Hyperparameters that are not the defaults, so that they are seen to count. */
  given?: Given;
}

/** One that works on single numbers. Errors are counted as activations.test.ts says. */
interface ElementwiseRow extends Row {
  /** Derivative, with the convention of the entry at kinks. */
  derivative: (z: number, choice: Choice) => number;
  /** Allowed errors of value and derivative, in units. */
  units: [value: number, derivative: number];
  /** Size of the terms, where it is not that of the result. */
  scale?: [value: (z: number) => number, derivative: (z: number) => number];
  /** Limits at −∞ and ∞. */
  limits: [number, number];
}

const SELU = { scale: 1.0507009873554805, alpha: 1.6732632423543772 };

const each =
  (f: (z: number, choice: Choice) => number, ...kinks: number[]): ActivationFormula =>
  (z, choice, watch) => {
    if (watch) for (const value of z) for (const kink of kinks) watch(value - kink);
    return z.map((value) => f(value, choice));
  };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Where terms of size 1 cancel, errors are those of 1. */
const one = () => 1;
/** z times a share, which has the error of 1; below −6 the share is as good as 0, and so it must stay. */
const weighted = (z: number) => (z < 0 ? Math.min(-z, 6) : z);

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export const elementwiseRows: Record<string, ElementwiseRow> = {
  linear: { formula: each((z) => z), labels: 'real', derivative: () => 1, units: [0, 0], limits: [-Infinity, Infinity] },
  step: { formula: each((z) => (z > 0 ? 1 : Number.isNaN(z) ? NaN : 0), 0), derivative: () => 0, units: [0, 0], limits: [0, 1] },
  sigmoid: {
    formula: each(sigmoid),
    labels: 'bits',
    derivative: (z) => sigmoid(z) * sigmoid(-z),
    units: [3, 4],
    scale: [(z) => sigmoid(z), (z) => sigmoid(z)],
    limits: [0, 1],
  },
  // z + 3 rounds at the size of 3
  hardSigmoid: {
    formula: each((z) => Math.min(Math.max(z + 3, 0), 6) / 6, -3, 3),
    labels: 'bits',
    derivative: (z) => (Math.abs(z) < 3 ? 1 / 6 : 0),
    units: [2, 1],
    scale: [one, one],
    limits: [0, 1],
  },
  tanh: {
    formula: each(Math.tanh),
    labels: 'real',
    derivative: (z) => 1 / Math.cosh(z) ** 2,
    units: [3, 3],
    scale: [(z) => Math.abs(Math.tanh(z)), one],
    limits: [-1, 1],
  },
  relu: { formula: each((z) => Math.max(0, z), 0), labels: 'positive', derivative: (z) => Number(z > 0), units: [0, 0], limits: [0, Infinity] },
  leakyRelu: {
    formula: each((z, { slope }) => (z > 0 ? z : z * Number(slope)), 0),
    labels: 'real',
    given: { slope: 0.125 },
    derivative: (z, { slope }) => (z > 0 ? 1 : Number(slope)),
    units: [2, 1],
    limits: [-Infinity, Infinity],
  },
  elu: {
    formula: each((z, { alpha }) => (z > 0 ? z : Number(alpha) * Math.expm1(z)), 0),
    labels: 'real',
    given: { alpha: 0.5 },
    derivative: (z) => (z > 0 ? 1 : Math.exp(z)),
    units: [4, 3],
    limits: [-1, Infinity],
  },
  selu: {
    formula: each((z) => 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z)), 0),
    labels: 'real',
    derivative: (z) => SELU.scale * (z > 0 ? 1 : SELU.alpha * Math.exp(z)),
    units: [5, 4],
    limits: [-SELU.scale * SELU.alpha, Infinity],
  },
  gelu: {
    formula: each((z) => z * cumulativeNormal(z)),
    labels: 'positive',
    derivative: (z) => cumulativeNormal(z) + z * density(z),
    units: [3, 4],
    scale: [weighted, one],
    limits: [NaN, Infinity],
  },
  geluTanh: {
    formula: each((z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)))),
    labels: 'positive',
    derivative(z) {
      const t = Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3));
      if (Math.abs(z) > 16) return Number(z > 0);
      return (1 + t) / 2 + (z / 2) * (1 - t * t) * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
    },
    units: [3, 12],
    scale: [weighted, one],
    limits: [NaN, Infinity],
  },
  swish: {
    formula: each((z) => z * sigmoid(z)),
    labels: 'positive',
    derivative: (z) => (z < -700 ? 0 : sigmoid(z) * (1 + z * sigmoid(-z))),
    units: [4, 3],
    // of the derivative: z times 1 − σ(z), whose error is that of 1 until σ rounds to 1 at z = 17
    scale: [(z) => Math.abs(z * sigmoid(z)), (z) => 1 + Math.min(Math.abs(z), 17)],
    limits: [0, Infinity],
  },
  softplus: {
    formula: each((z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))),
    labels: 'positive',
    derivative: sigmoid,
    units: [4, 3],
    limits: [0, Infinity],
  },
};

export const activationRows: Record<string, Row> = {
  ...elementwiseRows,
  softmax: {
    formula(z) {
      const e = z.map((v) => Math.exp(v - Math.max(...z)));
      const sum = e.reduce((s, v) => s + v, 0);
      return e.map((v) => v / sum);
    },
    labels: 'oneHot',
  },
};
