/** Points and directions in the space of all parameters. */
import type { LayerParameters } from '../../engines/engine.ts';
import type { Stream } from '../../kernel/random.ts';
import { TRAINED } from './norms.ts';

const KEYS = ['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'] as const;

/** origin + Σ aᵢ · directionᵢ, in all parameters and running statistics; a variance stays at least 0. */
export function moved(origin: LayerParameters[], ...steps: [amount: number, direction: LayerParameters[]][]): LayerParameters[] {
  return origin.map((layer, l) =>
    mapLayer(layer, (value, key, i) => {
      const sum = steps.reduce((at, [amount, direction]) => at + amount * direction[l]![key]![i]!, value);
      return key === 'movingVariance' ? Math.max(0, sum) : sum;
    }),
  );
}

/** a − b */
export function difference(a: LayerParameters[], b: LayerParameters[]): LayerParameters[] {
  return a.map((layer, l) => mapLayer(layer, (value, key, i) => value - b[l]![key]![i]!));
}

/**
 * A random direction, filter-normalized (Li et al. 2018): Gaussian, the weights into each unit scaled to the norm
 * that they have in `parameters`, so that the scale of a layer does not matter; biases and normalization stay put.
 */
export function filterNormalized(parameters: LayerParameters[], stream: Stream): LayerParameters[] {
  return parameters.map((layer) => {
    const units = layer.bias.length;
    const direction = mapLayer(layer, (_value, key) => (key === 'kernel' ? stream.normal() : 0));
    for (let unit = 0; unit < units; unit++) {
      const scale = columnNorm(layer.kernel, units, unit) / columnNorm(direction.kernel, units, unit);
      for (let i = unit; i < layer.kernel.length; i += units) direction.kernel[i] = direction.kernel[i]! * scale;
    }
    return direction;
  });
}

/** Coordinates (a, b) of the point a u + b v that is nearest to `point`, in the trained parameters; along `u` alone if `v` is no other direction. */
export function nearestOnPlane(point: LayerParameters[], u: LayerParameters[], v: LayerParameters[]): [number, number] {
  const [uu, uv, vv, pu, pv] = [dot(u, u), dot(u, v), dot(v, v), dot(point, u), dot(point, v)];
  const determinant = uu * vv - uv * uv;
  if (determinant <= PARALLEL * uu * vv) return [uu > 0 ? pu / uu : 0, 0];
  return [(pu * vv - pv * uv) / determinant, (pv * uu - pu * uv) / determinant];
}

/** Squared sine of the angle below which two directions are one. */
const PARALLEL = 1e-10;

function dot(a: LayerParameters[], b: LayerParameters[]): number {
  let sum = 0;
  a.forEach((layer, l) => {
    for (const key of TRAINED) layer[key]?.forEach((value, i) => (sum += value * b[l]![key]![i]!));
  });
  return sum;
}

function columnNorm(kernel: Float32Array, units: number, unit: number): number {
  let sum = 0;
  for (let i = unit; i < kernel.length; i += units) sum += kernel[i]! * kernel[i]!;
  return Math.sqrt(sum);
}

function mapLayer(layer: LayerParameters, map: (value: number, key: (typeof KEYS)[number], index: number) => number): LayerParameters {
  const mapped: LayerParameters = { kernel: layer.kernel, bias: layer.bias };
  for (const key of KEYS) {
    const values = layer[key];
    if (values) mapped[key] = values.map((value, i) => map(value, key, i));
  }
  return mapped;
}
