/** The optimizers' rules as Python functions, from what their entries write out. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { optimizers, type Optimizer } from '../../nn/catalog.ts';
import { findEntry, type Choice } from '../../nn/entry.ts';
import type { TensorflowRule } from '../../nn/optimizers/entry.ts';
import { literal, real } from '../python/literal.ts';
import { risingMomentum } from '../python/momentum.ts';

export function optimizerCode(choice: Optimizer): string {
  const rule = ruleOf(choice);
  const indented = rule.update.split('\n').map((line) => `    ${line}`);
  return [`def ${choice.name}(theta, g, slots, rate, t, ${optionsOf(choice, rule).map(snakeCase).join(', ')}):`, ...indented].join('\n');
}

/** The rule with its hyperparameters, and what its slots start with. */
export function optimizerSettings(training: Configuration['training']): { optimizer: string; slots: string } {
  const choice = training.optimizer;
  const rule = ruleOf(choice);
  const rising = risingMomentum(training, '(t - 1)', 'tf.minimum');
  const written = (key: string) => (rising && key === 'momentum' ? `tf.cast(${rising}, g.dtype)` : real(choice[key] ?? null));
  const values = optionsOf(choice, rule).map((key) => `${snakeCase(key)}=${written(key)}`);
  const call = rising
    ? `lambda theta, g, own, rate, t: ${choice.name}(theta, g, own, rate, t, ${values.join(', ')})`
    : `partial(${choice.name}, ${values.join(', ')})`;
  const slots = rule.slots.map((start) => (typeof start === 'string' ? Number(choice[start]) : start));
  return { optimizer: call, slots: literal(slots) };
}

/** The hyperparameters that the rule names. */
function optionsOf(choice: Choice, { update }: TensorflowRule): string[] {
  return Object.keys(choice).filter((key) => key !== 'name' && new RegExp(`\\b${snakeCase(key)}\\b`).test(update));
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function ruleOf({ name }: Optimizer): TensorflowRule {
  return findEntry('optimizer', optimizers, name).equivalents.tensorflow;
}
