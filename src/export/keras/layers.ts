/** Activations, initializers, losses, optimizers and normalization in Keras 3, whose semantics are ours. Each is a function, since Keras' objects belong to one model. */
import type { Configuration, NormalizationSpec } from '../../experiments/configuration/configuration.ts';
import { optimizers } from '../../nn/catalog.ts';
import { findEntry, type Choice } from '../../nn/entry.ts';
import { real } from '../python/literal.ts';
import { spell, spellEntry } from '../python/spell.ts';

/** What there is none of is None. */
export function maker(kind: Parameters<typeof spellEntry>[0], choice: Choice | undefined): string {
  return `lambda: ${choice ? spellEntry(kind, choice, 'keras') : 'None'}`;
}

/** Clipping is one more argument of the optimizer. */
export function optimizer({ training }: Configuration): string {
  const { optimizer: choice, clip, momentumWarmUp } = training;
  const call = spell(findEntry('optimizer', optimizers, choice.name).equivalents.keras, choice);
  const clipping = clip ? `, ${{ value: 'clipvalue', norm: 'clipnorm', globalNorm: 'global_clipnorm' }[clip.by]}=${real(clip.limit)}` : '';
  const whole = call.replace(/\)$/, `${clipping})`);
  if (!momentumWarmUp) return `lambda rate: ${whole}`;
  return `lambda rate: ${whole.replace('keras.optimizers.SGD(rate', `RisingMomentum(rate, ${real(momentumWarmUp.from)}, ${momentumWarmUp.updates}`)}`;
}

export function normalization(spec: NormalizationSpec | undefined): string {
  if (!spec) return 'None';
  const epsilon = `epsilon=${real(Number(spec.epsilon))}`;
  return spec.name === 'batch'
    ? `lambda: keras.layers.BatchNormalization(momentum=${real(Number(spec.momentum))}, ${epsilon})`
    : `lambda: keras.layers.LayerNormalization(${epsilon})`;
}
