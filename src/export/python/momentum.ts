/** Momentum that rises while training begins, as Python. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { real } from './literal.ts';

/**
 * Its value after `done` updates, an expression; undefined where it does not rise. `least`: the function for the smaller of two, in what
 * `done` is made of.
 */
export function risingMomentum({ optimizer, momentumWarmUp }: Configuration['training'], done: string, least = 'min'): string | undefined {
  if (!momentumWarmUp) return undefined;
  const { from, updates } = momentumWarmUp;
  return `${real(from)} + (${real(Number(optimizer['momentum']))} - ${real(from)}) * ${least}(${done} / ${updates}, 1)`;
}
