/** What a stack of encoders keeps of a few pictures: decoded layer by layer, back to the pixels. */
import type { LayerParameters } from '../../engines/engine.ts';
import type { PretrainedLayer } from './result.ts';

/** Pictures that are shown, and shades of each pixel. */
const SHOWN = 6;
const SHADES = 16;

/**
 * `codes`: what the last of the `decoders` gives back from, [examples][units]; each decoder is linear, its kernel [units][inputs]. `width`: of
 * a picture, in pixels. Shades are between the darkest and the lightest pixel of what was given.
 */
export function reconstruct(
  features: Float32Array,
  codes: Float32Array,
  decoders: readonly LayerParameters[],
  examples: number,
  width: number,
): NonNullable<PretrainedLayer['pictures']> {
  const pixels = features.length / examples;
  const units = codes.length / examples;
  const count = Math.min(SHOWN, examples);
  const rows = Array.from({ length: count }, (_, row) => features.subarray(row * pixels, (row + 1) * pixels));
  const [lowest, highest] = rangeOf(rows);
  const shades = (values: ArrayLike<number>) => Array.from(values, (value) => shadeOf((value - lowest) / (highest - lowest || 1))).join('');
  return {
    width,
    given: rows.map(shades),
    back: rows.map((_, row) => shades([...decoders].reverse().reduce(decode, Array.from(codes.subarray(row * units, (row + 1) * units))))),
  };
}

function decode(code: number[], { kernel, bias }: LayerParameters): number[] {
  return Array.from(bias, (start, input) => code.reduce((sum, value, unit) => sum + value * kernel[unit * bias.length + input]!, start));
}

function rangeOf(rows: readonly Float32Array[]): [number, number] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const row of rows) {
    for (const value of row) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  return [lowest, highest];
}

function shadeOf(share: number): string {
  return Math.round(Math.min(1, Math.max(0, share)) * (SHADES - 1)).toString(SHADES);
}
