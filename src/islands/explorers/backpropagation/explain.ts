/** The worked example as a lecturer writes it: steps, each with its equations and the numbers in them. */
import type { Parameters, Worked } from './backpropagate.ts';
import { EXAMPLES, HIDDEN, INPUTS, type Convention, type Exercise } from './exercise.ts';
import { formatFraction, type Fraction } from './fraction.ts';

export const STEPS = ['given', 'z1', 'a1', 'output', 'loss', 'delta2', 'gradient2', 'delta1', 'gradient1', 'update', 'check'] as const;
export type StepName = (typeof STEPS)[number];

/** A quantity such as z¹₂₃, or the derivative of the loss with respect to one. */
export interface Quantity {
  letter: string;
  layer?: 1 | 2;
  index?: string;
  /** ∂L/∂ of it. */
  derivative?: true;
}

/** `quantity = terms = value`; with the relation ←, terms give the new value of the quantity. */
export interface Equation {
  quantity: Quantity;
  relation?: '←';
  /** Empty where the value is given. */
  terms: string;
  value: string;
}

export interface Group {
  heading: string;
  equations: Equation[];
}

export interface Step {
  name: StepName;
  title: string;
  /** What happens, in a sentence or two. */
  text: string;
  groups: Group[];
}

export function explain(exercise: Exercise, worked: Worked): Step[] {
  const { w1, b1, w2, b2, x, y, learningRate } = exercise;
  const { z1, a1, output, error, delta2, slope, delta1, gradient, updated } = worked;
  const f = formatFraction;
  const perExample = (equations: (i: number) => Equation[]): Group[] =>
    examples.map((i) => ({ heading: `Example ${i + 1}, x = (${f(x[i * INPUTS]!)}, ${f(x[i * INPUTS + 1]!)}), y = ${f(y[i]!)}`, equations: equations(i) }));
  const updates = (key: keyof Parameters, quantity: (at: number) => Quantity): Equation[] =>
    exercise[key].map((old, at) => ({
      quantity: quantity(at),
      relation: '←',
      terms: `${f(old)} − ${product(learningRate, gradient[key][at]!)}`,
      value: f(updated[key][at]!),
    }));
  return [
    {
      name: 'given',
      title: 'What is given',
      text: 'Two inputs, four hidden units with relu, one linear output, and a mini-batch of two examples. The number above a letter is the layer. Of the indices below, i counts examples, j hidden units and k inputs.',
      groups: [
        {
          heading: 'Features and targets',
          equations: examples.flatMap((i) => [
            { quantity: { letter: 'x', index: `${i + 1}` }, terms: '', value: vector(x.slice(i * INPUTS, (i + 1) * INPUTS)) },
            { quantity: { letter: 'y', index: `${i + 1}` }, terms: '', value: f(y[i]!) },
          ]),
        },
        {
          heading: 'Output unit',
          equations: [
            { quantity: { letter: 'W', layer: 2 }, terms: '', value: vector(w2) },
            { quantity: { letter: 'b', layer: 2 }, terms: '', value: f(b2[0]!) },
          ],
        },
        {
          heading: 'Hidden units, weights from the two inputs',
          equations: hidden.map((j) => ({
            quantity: { letter: 'W', layer: 1, index: `${j + 1}` },
            terms: '',
            value: vector(w1.slice(j * INPUTS, (j + 1) * INPUTS)),
          })),
        },
        {
          heading: 'Hidden units, biases',
          equations: hidden.map((j) => ({ quantity: { letter: 'b', layer: 1, index: `${j + 1}` }, terms: '', value: f(b1[j]!) })),
        },
      ],
    },
    {
      name: 'z1',
      title: 'Weighted sums of the hidden layer',
      text: 'Each hidden unit weighs the inputs and adds its bias.',
      groups: perExample((i) =>
        hidden.map((j) => ({
          quantity: { letter: 'z', layer: 1, index: `${i + 1}${j + 1}` },
          terms: plus(...inputs.map((k) => product(w1[j * INPUTS + k]!, x[i * INPUTS + k]!)), bracketed(b1[j]!)),
          value: f(z1[i * HIDDEN + j]!),
        })),
      ),
    },
    {
      name: 'a1',
      title: 'Activations of the hidden layer',
      text: 'relu keeps what is positive. A unit that puts out 0 is off for this example.',
      groups: perExample((i) =>
        hidden.map((j) => ({
          quantity: { letter: 'a', layer: 1, index: `${i + 1}${j + 1}` },
          terms: `max(0, ${f(z1[i * HIDDEN + j]!)})`,
          value: f(a1[i * HIDDEN + j]!),
        })),
      ),
    },
    {
      name: 'output',
      title: 'Output',
      text: 'The output unit is linear: its weighted sum is the prediction.',
      groups: perExample((i) => [
        {
          quantity: { letter: 'ŷ', index: `${i + 1}` },
          terms: plus(...hidden.map((j) => product(w2[j]!, a1[i * HIDDEN + j]!)), bracketed(b2[0]!)),
          value: f(output[i]!),
        },
      ]),
    },
    {
      name: 'loss',
      title: 'Loss',
      text: 'The error e = ŷ − y of each example, squared and added up: one number for the whole batch. Books differ in the factor in front, and every gradient below carries it along.',
      groups: [
        {
          heading: 'Errors of the two examples',
          equations: examples.map((i) => ({
            quantity: { letter: 'e', index: `${i + 1}` },
            terms: `${f(output[i]!)} − ${bracketed(y[i]!)}`,
            value: f(error[i]!),
          })),
        },
        {
          heading: 'Loss of the batch',
          equations: [
            {
              quantity: { letter: 'L' },
              terms: LOSS[exercise.convention](plus(...error.map((e) => `${bracketed(e)}²`))),
              value: f(worked.loss),
            },
          ],
        },
      ],
    },
    {
      name: 'delta2',
      title: 'Error signal of the output',
      text: 'Now backward. δ² says how the loss changes with the output; it is the derivative of the loss.',
      groups: perExample((i) => [
        {
          quantity: { letter: 'δ', layer: 2, index: `${i + 1}` },
          terms: SLOPE_FACTOR[exercise.convention] && `${SLOPE_FACTOR[exercise.convention]}${bracketed(error[i]!)}`,
          value: f(delta2[i]!),
        },
      ]),
    },
    {
      name: 'gradient2',
      title: 'Gradient of the output’s weights',
      text: 'A weight’s share of the error is the signal at its end times the activation at its beginning, added up over the batch.',
      groups: [
        {
          heading: 'Weights',
          equations: hidden.map((j) => ({
            quantity: { letter: 'W', layer: 2, index: `${j + 1}`, derivative: true },
            terms: plus(...examples.map((i) => product(delta2[i]!, a1[i * HIDDEN + j]!))),
            value: f(gradient.w2[j]!),
          })),
        },
        {
          heading: 'Bias',
          equations: [{ quantity: { letter: 'b', layer: 2, derivative: true }, terms: plus(...delta2.map(bracketed)), value: f(gradient.b2[0]!) }],
        },
      ],
    },
    {
      name: 'delta1',
      title: 'Error signal of the hidden layer',
      text: 'The signal goes back through the output’s weights and is multiplied by the slope of relu: 1 where z¹ is positive, else 0. A unit that is off gets nothing.',
      groups: perExample((i) =>
        hidden.map((j) => ({
          quantity: { letter: 'δ', layer: 1, index: `${i + 1}${j + 1}` },
          terms: `${product(w2[j]!, delta2[i]!)}·${f(slope[i * HIDDEN + j]!)}`,
          value: f(delta1[i * HIDDEN + j]!),
        })),
      ),
    },
    {
      name: 'gradient1',
      title: 'Gradient of the hidden layer’s weights',
      text: 'The same rule, one layer down: signal times input, added up over the batch.',
      groups: [
        ...inputs.map((k) => ({
          heading: `Weights from input ${k + 1}`,
          equations: hidden.map((j): Equation => ({
            quantity: { letter: 'W', layer: 1, index: `${j + 1}${k + 1}`, derivative: true },
            terms: plus(...examples.map((i) => product(delta1[i * HIDDEN + j]!, x[i * INPUTS + k]!))),
            value: f(gradient.w1[j * INPUTS + k]!),
          })),
        })),
        {
          heading: 'Biases',
          equations: hidden.map((j) => ({
            quantity: { letter: 'b', layer: 1, index: `${j + 1}`, derivative: true },
            terms: plus(...examples.map((i) => bracketed(delta1[i * HIDDEN + j]!))),
            value: f(gradient.b1[j]!),
          })),
        },
      ],
    },
    {
      name: 'update',
      title: 'The update',
      text: `Every parameter goes a step against its gradient, with the learning rate η = ${f(learningRate)}. The loss of the same batch was ${f(worked.loss)}; it is now ${f(worked.lossAfter)}.`,
      groups: [
        { heading: 'Weights of the output', equations: updates('w2', (j) => ({ letter: 'W', layer: 2, index: `${j + 1}` })) },
        { heading: 'Bias of the output', equations: updates('b2', () => ({ letter: 'b', layer: 2 })) },
        {
          heading: 'Weights of the hidden layer',
          equations: updates('w1', (at) => ({ letter: 'W', layer: 1, index: `${Math.floor(at / INPUTS) + 1}${(at % INPUTS) + 1}` })),
        },
        { heading: 'Biases of the hidden layer', equations: updates('b1', (j) => ({ letter: 'b', layer: 1, index: `${j + 1}` })) },
      ],
    },
    {
      name: 'check',
      title: 'Check the gradient',
      text: 'Is the gradient right? Move one parameter by h to either side, compute the loss twice, and compare. This takes two forward passes for every parameter, so it is a test, not a way to train.',
      groups: [],
    },
  ];
}

/** A quantity in plain text, for those who hear it. */
export function quantityText({ letter, layer, index, derivative }: Quantity): string {
  const name = letter + (layer === undefined ? '' : '¹²'[layer - 1]!) + (index ?? '').replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!);
  return derivative ? `∂L/∂${name}` : name;
}

const examples = Array.from({ length: EXAMPLES }, (_, i) => i);
const hidden = Array.from({ length: HIDDEN }, (_, j) => j);
const inputs = Array.from({ length: INPUTS }, (_, k) => k);

/** c Σ e², from the sum of squares. */
const LOSS: Record<Convention, (squares: string) => string> = {
  halfSum: (squares) => `½·(${squares})`,
  halfMean: (squares) => `¼·(${squares})`,
  mean: (squares) => `½·(${squares})`,
  sum: (squares) => squares,
};
/** 2c of δ² = 2c e. */
const SLOPE_FACTOR: Record<Convention, string> = { halfSum: '', halfMean: '½·', mean: '', sum: '2·' };

function bracketed(value: Fraction): string {
  const text = formatFraction(value);
  return /^[−≈]|\//.test(text) ? `(${text})` : text;
}

function vector(values: readonly Fraction[]): string {
  return `(${values.map(formatFraction).join(', ')})`;
}

function product(a: Fraction, b: Fraction): string {
  return `${bracketed(a)}·${bracketed(b)}`;
}

function plus(...terms: string[]): string {
  return terms.join(' + ');
}
