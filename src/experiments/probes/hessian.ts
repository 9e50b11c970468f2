/** Products of the training loss's Hessian with vectors, by central differences of gradients: Hv ≈ (∇L(θ + hv) − ∇L(θ − hv)) / 2h. */
import type { LayerParameters } from '../../engines/engine.ts';
import { openStream } from '../../kernel/random.ts';
import { moved } from './directions.ts';
import { TRAINED } from './norms.ts';
import type { ProbeContext } from './probe.ts';
import type { Rows } from './trainingRows.ts';

/**
 * Of the trained parameters of the first `layers` layers (by default of all), one after another. Give it vectors of norm 1; it pauses
 * before each product.
 */
export function hessianOf(context: ProbeContext, { x, y, examples: n }: Rows, layers = context.parameters.length): (v: Float64Array) => Promise<Float64Array> {
  const { trainer, parameters } = context;
  return async (v) => {
    await context.pause();
    const direction = unflatten(v, parameters);
    const gradientAt = async (step: number) => {
      await trainer.setParameters(moved(parameters, [step, direction]));
      return flatten((await trainer.gradients(x, y, n)).slice(0, layers));
    };
    const [ahead, behind] = [await gradientAt(STEP), await gradientAt(-STEP)];
    return ahead.map((value, i) => (value - behind[i]!) / (2 * STEP));
  };
}

/** Large enough for the rounding of 32-bit gradients (about 1e-7 of them) to vanish, small enough for third derivatives to. */
const STEP = 1e-2;

/** A vector of normal numbers to start with, of as many parameters; it depends on the seed of the run alone. */
export function startVector({ kernel, plan, parameters }: ProbeContext, layers = parameters.length): Float64Array {
  const mark = kernel.mark();
  const stream = openStream(kernel, plan.plan.seed, 'probe', CURVATURE);
  const v = flatten(parameters.slice(0, layers)).map(() => stream.normal());
  kernel.release(mark);
  return v;
}

/** Index of the stream: part of the meaning of a seed. */
const CURVATURE = 0;

function flatten(layers: LayerParameters[]): Float64Array {
  return Float64Array.from(layers.flatMap((layer) => TRAINED.flatMap((key) => Array.from(layer[key] ?? []))));
}

/** The inverse of `flatten`, with zeros for what is not trained, and for what comes after the values. */
function unflatten(values: Float64Array, like: LayerParameters[]): LayerParameters[] {
  let start = 0;
  return like.map((layer) => {
    const direction: LayerParameters = Object.fromEntries(
      Object.entries(layer).map(([key, own]) => [key, new Float32Array((own as Float32Array).length)]),
    ) as unknown as LayerParameters;
    for (const key of TRAINED) {
      const own = direction[key];
      if (!own) continue;
      own.set(values.subarray(start, start + own.length));
      start += own.length;
    }
    return direction;
  });
}
