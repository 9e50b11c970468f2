/** Fingerprints: SHA-256, first 16 hex digits. */
import type { LayerParameters } from '../engines/engine.ts';
import type { Ending, History, Json } from './types.ts';

/**
 * Of one run: its ending, its history and, unless it diverged, its final parameters. Numbers enter as
 * little-endian IEEE 754, so equal digests mean equal bits. (The bits of a NaN are not the same on
 * every machine: that is why a diverged run's parameters stay out.)
 */
export function runDigest(ending: Ending, history: History, parameters: readonly LayerParameters[]): Promise<string> {
  const names = history.columns.map(({ split, metric }) => `${split}.${metric}`);
  const head = JSON.stringify([
    ending.state,
    'step' in ending ? ending.step : null,
    history.step.length,
    names,
    parameters.map((layer) => arraysOf(layer).map((values) => values.length)),
  ]);
  const numbers = [history.step, history.epoch, ...history.columns.map(({ values }) => values)].flatMap((values) => Array.from(values));
  const weights = ending.state === 'diverged' ? [] : parameters.flatMap((layer) => arraysOf(layer).flatMap((values) => [...values]));
  const text = new TextEncoder().encode(head);
  const bytes = new Uint8Array(text.length + 8 * (numbers.length + weights.length));
  bytes.set(text);
  const view = new DataView(bytes.buffer);
  [...numbers, ...weights].forEach((value, i) => view.setFloat64(text.length + 8 * i, value, true));
  return sha256(bytes);
}

function arraysOf({ kernel, bias, gamma, beta, movingMean, movingVariance }: LayerParameters): Float32Array[] {
  return [kernel, bias, gamma, beta, movingMean, movingVariance].filter((values) => values !== undefined);
}

/** Of plain JSON, whatever the order of its keys. */
export function jsonDigest(value: unknown): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(sortKeys(JSON.parse(JSON.stringify(value)) as Json))));
}

/** Empty where the page is not served securely: browsers keep `crypto.subtle` from such pages. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!('crypto' in globalThis && 'subtle' in crypto)) return '';
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
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
