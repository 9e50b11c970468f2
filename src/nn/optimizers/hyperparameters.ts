/** Hyperparameters that several optimizers share. */
import type { NumberHyperparameter } from '../entry.ts';

export function learningRate(value: number): NumberHyperparameter {
  return {
    kind: 'number',
    symbol: '\\eta',
    description: 'learning rate: the size of a step',
    default: value,
    min: 0,
    max: 1e9,
    scale: 'log',
  };
}

export function decayRate(symbol: string, description: string, value: number): NumberHyperparameter {
  return { kind: 'number', symbol, description, default: value, min: 0, max: 1, exclusiveMax: true };
}

export function epsilon(value: number): NumberHyperparameter {
  return {
    kind: 'number',
    symbol: '\\varepsilon',
    description: 'small number that keeps the division finite',
    default: value,
    min: 0,
    max: 1,
    scale: 'log',
  };
}
