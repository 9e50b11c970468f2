/** What reduceOnPlateau remembers from epoch to epoch, and how it changes. */
import type { Choice } from '../entry.ts';

export interface PlateauState {
  /** Learning rate now. */
  readonly learningRate: number;
  /** Lowest value so far. */
  readonly best: number;
  /** Epochs in a row without a better one. */
  readonly wait: number;
  /** Epochs left in which nothing is counted. */
  readonly cooldown: number;
}

export function startPlateau(learningRate: number): PlateauState {
  return { learningRate, best: Infinity, wait: 0, cooldown: 0 };
}

/** After an epoch that ended with `value` of what is watched; lower is better (hand in −accuracy). Rules of Keras’ ReduceLROnPlateau. */
export function observePlateau(state: PlateauState, value: number, choice: Choice): PlateauState {
  const cooldown = Math.max(0, state.cooldown - 1);
  const waited = state.cooldown > 0 ? 0 : state.wait;
  if (value < state.best - Number(choice.minDelta)) return { ...state, best: value, wait: 0, cooldown };
  if (cooldown > 0) return { ...state, wait: waited, cooldown };
  const wait = waited + 1;
  const minimum = Number(choice.minimum);
  if (wait < Number(choice.patience) || state.learningRate <= minimum) return { ...state, wait, cooldown };
  const learningRate = Math.max(state.learningRate * Number(choice.factor), minimum);
  return { learningRate, best: state.best, wait: 0, cooldown: Number(choice.cooldown) };
}
