/** Fingerprints of runs and of specs. */
import type { LayerParameters } from '../../engines/engine.ts';
import { fingerprint } from '../../kernel/fingerprint.ts';
import type { Ending, History } from './result.ts';
import type { Json } from '../../schema/json.ts';

/**
 * Of one run: its ending, its history and, unless it diverged, its final parameters. Numbers enter as
 * little-endian IEEE 754, so equal digests mean equal bits. (The bits of a NaN are not the same on
 * every machine: that is why a diverged run's parameters stay out.)
 */
export function runDigest(ending: Ending, history: History, parameters: readonly LayerParameters[]): string {
  const names = history.columns.map(({ split, metric }) => `${split}.${metric}`);
  const head = JSON.stringify([
    ending.state,
    'step' in ending ? ending.step : null,
    history.step.length,
    names,
    parameters.map((layer) => arraysOf(layer).map((values) => values.length)),
  ]);
  const weights = ending.state === 'diverged' ? [] : parameters.flatMap(arraysOf);
  const numbers = [history.step, history.epoch, ...history.columns.map(({ values }) => values), ...weights];
  const text = new TextEncoder().encode(head);
  const bytes = new Uint8Array(text.length + 8 * numbers.reduce((sum, { length }) => sum + length, 0));
  bytes.set(text);
  const view = new DataView(bytes.buffer);
  let at = text.length;
  for (const values of numbers) {
    for (let i = 0; i < values.length; i++, at += 8) view.setFloat64(at, values[i]!, true);
  }
  return fingerprint(bytes);
}

function arraysOf({ kernel, bias, gamma, beta, movingMean, movingVariance }: LayerParameters): Float32Array[] {
  return [kernel, bias, gamma, beta, movingMean, movingVariance].filter((values) => values !== undefined);
}

/** Of plain JSON, whatever the order of its keys. */
export function jsonDigest(value: unknown): string {
  return fingerprint(new TextEncoder().encode(JSON.stringify(sortKeys(JSON.parse(JSON.stringify(value)) as Json))));
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key]!)]),
  );
}
