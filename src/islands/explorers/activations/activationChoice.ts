/** Which activation is shown, with its hyperparameters; in controls, and in an address. */
import { activations } from '../../../nn/activations/index.ts';
import type { Activation } from '../../../nn/catalog.ts';
import { findEntry, withDefaults, type Entry, type NumberHyperparameter } from '../../../nn/entry.ts';

/** Those that work on single numbers; softmax is a function of a whole layer. */
export const shownActivations = activations.filter(({ name }) => name !== 'softmax');

/** Throws if the name is not of a shown activation. */
export function chooseActivation(name: string): Activation {
  return withDefaults(findEntry('activation', shownActivations, name));
}

export interface SliderRange {
  key: string;
  hyperparameter: NumberHyperparameter;
  /** Within the catalog's range, and not farther than what can be told apart in the figure. */
  min: number;
  max: number;
}

/** The numbers of an entry that sliders set. */
export function slidersOf(entry: Entry): SliderRange[] {
  return Object.entries(entry.hyperparameters).flatMap(([key, hyperparameter]) =>
    hyperparameter.kind === 'number'
      ? [{ key, hyperparameter, min: Math.max(hyperparameter.min, -FARTHEST), max: Math.min(hyperparameter.max, FARTHEST) }]
      : [],
  );
}

/** `leakyRelu`, or `leakyRelu,0.1` where a hyperparameter differs from its default. */
export function writeActivation(activation: Activation): string {
  const entry = findEntry('activation', shownActivations, activation.name);
  const values = slidersOf(entry).map(({ key }) => Number(activation[key]));
  return slidersOf(entry).every(({ key, hyperparameter }) => activation[key] === hyperparameter.default) ? entry.name : [entry.name, ...values].join(',');
}

/** Undefined if it is not what `writeActivation` writes, or out of range. */
export function readActivation(text: string): Activation | undefined {
  const [name = '', ...values] = text.split(',', 10);
  const entry = shownActivations.find((candidate) => candidate.name === name);
  if (!entry) return undefined;
  const activation = withDefaults(entry);
  const sliders = slidersOf(entry);
  if (values.length === 0) return activation;
  if (values.length !== sliders.length) return undefined;
  for (const [index, { key, min, max }] of sliders.entries()) {
    const value = Number(values[index]);
    if (values[index] === '' || !(value >= min && value <= max)) return undefined;
    activation[key] = value;
  }
  return activation;
}

const FARTHEST = 3;
