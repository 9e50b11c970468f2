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
    // 0 would make 0/0 of a parameter that no gradient has reached; below this, float32 does.
    min: 1e-30,
    max: 1,
    scale: 'log',
  };
}

/** Decoupled weight decay: the share of each parameter, times the learning rate, that a step takes away. */
export function weightDecay(value: number): NumberHyperparameter {
  return {
    kind: 'number',
    symbol: '\\lambda',
    description: 'weight decay: each step takes away this share of every parameter, times the learning rate',
    default: value,
    min: 0,
    max: 100,
    scale: 'log',
  };
}
