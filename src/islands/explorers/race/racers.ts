/** Who races: optimizers of the catalog, some with a momentum. (AdamW is Adam here: a decay towards 0 would move the minimum.) */
import { optimizers, type Optimizer } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import type { Landscape } from './landscapes/landscape.ts';

export interface Racer {
  /** Name in addresses. */
  id: string;
  title: string;
  /** Name in the catalog. */
  optimizer: string;
  /** Whether steps are in proportion to the gradient, or of a size of their own. */
  steps: 'gradient' | 'adaptive';
  /** The landscape's rate is multiplied by this. */
  factor: number;
  /** Start value of the momentum, where it has one. */
  momentum?: number;
  nesterov?: boolean;
  /** Whether it runs from the beginning. */
  isOn: boolean;
}

export const racers: readonly Racer[] = [
  { id: 'sgd', title: 'SGD', optimizer: 'sgd', steps: 'gradient', factor: 1, isOn: true },
  { id: 'momentum', title: 'Momentum', optimizer: 'sgd', steps: 'gradient', factor: 1, momentum: 0.9, isOn: true },
  { id: 'nesterov', title: 'Nesterov', optimizer: 'sgd', steps: 'gradient', factor: 1, momentum: 0.9, nesterov: true, isOn: false },
  { id: 'adagrad', title: 'Adagrad', optimizer: 'adagrad', steps: 'adaptive', factor: 5, isOn: false },
  { id: 'rmsprop', title: 'RMSprop', optimizer: 'rmsprop', steps: 'adaptive', factor: 0.2, isOn: true },
  { id: 'adam', title: 'Adam', optimizer: 'adam', steps: 'adaptive', factor: 1, isOn: true },
  { id: 'nadam', title: 'Nadam', optimizer: 'nadam', steps: 'adaptive', factor: 1, isOn: false },
  { id: 'lion', title: 'Lion', optimizer: 'lion', steps: 'adaptive', factor: 0.2, isOn: false },
];

/** What a reader sets of a racer. */
export interface Entrant {
  id: string;
  isOn: boolean;
  learningRate: number;
  momentum?: number;
}

/** All racers, with rates that suit the landscape. */
export function entrantsOn({ rates }: Landscape): Entrant[] {
  return racers.map(({ id, isOn, steps, factor, momentum }) => ({
    id,
    isOn,
    learningRate: Number((rates[steps] * factor).toPrecision(6)),
    ...(momentum !== undefined && { momentum }),
  }));
}

/** The catalog's optimizer, with all of its hyperparameters. */
export function optimizerOf({ id, learningRate, momentum }: Entrant): Optimizer {
  const racer = findEntry(
    'racer',
    racers.map((each) => ({ ...each, name: each.id })),
    id,
  );
  const entry = findEntry('optimizer', optimizers, racer.optimizer);
  return withDefaults(entry, { learningRate, ...(momentum !== undefined && { momentum }), ...(racer.nesterov && { nesterov: true }) });
}
