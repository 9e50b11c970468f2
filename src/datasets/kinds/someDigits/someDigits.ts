/** Drawn digits of a few classes alone, so that what was learned of some can be taken over to others. */
import type { Dataset } from '../../dataset.ts';
import { examplesOption } from '../../pointOptions.ts';
import { digits, drawDigits, featureNames, penOptions } from '../digits/digits.ts';

const DIGITS = 10;

export const someDigits: Dataset = {
  ...digits,
  name: 'someDigits',
  title: 'some of the digits',
  summary: 'Drawn digits of a few classes alone: five of them from 0 on, or from any other; behind 9 comes 0 again.',
  options: {
    examples: examplesOption(2000, 60_000),
    first: { kind: 'number', description: 'the digit that is class 0', default: 0, min: 0, max: 9, integer: true },
    classes: { kind: 'number', description: 'number of digits, from the first on', default: 5, min: 2, max: 10, integer: true },
    ...penOptions,
  },
  featureNames,
  shape: (options) => ({ ...digits.shape(options), classes: options['classes']! }),
  create: (options, kernel, seed) => drawDigits(options, options['classes']!, (label) => (options['first']! + label) % DIGITS, kernel, seed),
};
