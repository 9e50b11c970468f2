/**
 * What the exercise gives: a 2–4–1 network with relu hidden units and a linear output, a mini-batch of two
 * examples, a learning rate, and which squared error is meant. Matrices are row-major.
 */
import { fraction, parseFraction, toNumber, type Fraction } from './fraction.ts';

export const EXAMPLES = 2;
export const INPUTS = 2;
export const HIDDEN = 4;

export interface Numbers {
  /** Weights of the hidden layer, [unit][input]. */
  w1: readonly Fraction[];
  /** Biases of the hidden units. */
  b1: readonly Fraction[];
  /** Weights of the output, one for each hidden unit. */
  w2: readonly Fraction[];
  /** Bias of the output, one number. */
  b2: readonly Fraction[];
  /** Features, [example][input]. */
  x: readonly Fraction[];
  /** Targets, one for each example. */
  y: readonly Fraction[];
}
export type NumbersKey = keyof Numbers;

export const CONVENTIONS = ['halfSum', 'halfMean', 'mean', 'sum'] as const;
export type Convention = (typeof CONVENTIONS)[number];

export interface Exercise extends Numbers {
  /** In [0, 10]. */
  learningRate: Fraction;
  convention: Convention;
}

/** The exercise of source E (E3). Its sheet leaves the convention open; here it is the sum of ½(ŷ − y)². */
export const published: Exercise = {
  w1: [1, 2, 0, -1, -1, -3, -2, 2].map((value) => fraction(value)),
  b1: [-2, 2, 0, -2].map((value) => fraction(value)),
  w2: [1, 0, -1, 2].map((value) => fraction(value)),
  b2: [fraction(-2)],
  x: [-1, 1, 2, -1].map((value) => fraction(value)),
  y: [1, -1].map((value) => fraction(value)),
  learningRate: fraction(1, 10),
  convention: 'halfSum',
};

/** Factor c of L = c Σᵢ (ŷᵢ − yᵢ)². */
export function lossFactor(convention: Convention): Fraction {
  switch (convention) {
    case 'halfSum':
      return fraction(1, 2);
    case 'halfMean':
      return fraction(1, 2 * EXAMPLES);
    case 'mean':
      return fraction(1, EXAMPLES);
    case 'sum':
      return fraction(1);
  }
}

export type Reading = { value: Fraction } | { problem: string };

/** Read a weight, bias, feature or target. */
export function readEntry(text: string): Reading {
  return read(text, -MOST, MOST);
}

export function readLearningRate(text: string): Reading {
  return read(text, 0, 10);
}

function read(text: string, min: number, max: number): Reading {
  const value = parseFraction(text);
  const allowed = `a number from ${String(min).replace('-', '−')} to ${max}, such as −2, 0.5 or 1/3, with at most ${DECIMALS} decimals or a denominator up to ${MOST}`;
  const found = text.trim().length > 20 ? `${text.trim().slice(0, 20)}…` : text.trim();
  const problem = `Found “${found}”; allowed: ${allowed}.`;
  if (!value || toNumber(value) < min || toNumber(value) > max || value.d > BigInt(MOST)) return { problem };
  return { value };
}

const MOST = 1000;
const DECIMALS = 3;
