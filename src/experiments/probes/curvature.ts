/**
 * The largest eigenvalue of the training loss's Hessian (see lanczos.ts); products with the Hessian are central differences
 * of gradients, Hv ≈ (∇L(θ + hv) − ∇L(θ − hv)) / 2h. Gradient descent is stable below a learning rate of 2/λ.
 */
import type { LayerParameters } from '../../engines/engine.ts';
import { openStream } from '../../kernel/random.ts';
import { moved } from './directions.ts';
import { largestEigenvalue, type Estimate } from './lanczos.ts';
import { TRAINED } from './norms.ts';
import { count, every, type PointProbe, type ProbeContext } from './probe.ts';
import { examples, trainingRows, type Rows } from './trainingRows.ts';

/** Largest eigenvalue; products with the Hessian that it took; whether the last one changed it by less than the tolerance. */
export type Curvature = Estimate;

export const curvature: PointProbe<Curvature> = {
  name: 'curvature',
  title: 'curvature',
  summary: 'The largest eigenvalue of the Hessian of the training loss.',
  options: {
    every,
    examples,
    iterations: count('products with the Hessian, at most', 60, 2, 200),
    tolerance: { kind: 'number', description: 'relative change of the estimate at which it ends', default: 1e-4, min: 0, max: 1, exclusiveMin: true },
  },
  when: 'points',
  async read(context, options) {
    const rows = trainingRows(context, Number(options.examples));
    const product = async (v: Float64Array) => {
      await context.pause();
      return hessianProduct(context, rows, v);
    };
    return largestEigenvalue(product, startVector(context), { most: Number(options.iterations), tolerance: Number(options.tolerance) });
  },
};

/** Of the trained parameters, one after another; `v` has norm 1. */
async function hessianProduct({ trainer, parameters }: ProbeContext, { x, y, examples: n }: Rows, v: Float64Array): Promise<Float64Array> {
  const direction = unflatten(v, parameters);
  const gradientAt = async (step: number) => {
    await trainer.setParameters(moved(parameters, [step, direction]));
    return flatten(await trainer.gradients(x, y, n));
  };
  const [ahead, behind] = [await gradientAt(STEP), await gradientAt(-STEP)];
  return ahead.map((value, i) => (value - behind[i]!) / (2 * STEP));
}

/** Large enough for the rounding of 32-bit gradients (about 1e-7 of them) to vanish, small enough for third derivatives to. */
const STEP = 1e-2;

function startVector({ kernel, plan, parameters }: ProbeContext): Float64Array {
  const mark = kernel.mark();
  const stream = openStream(kernel, plan.plan.seed, 'probe', CURVATURE);
  const v = flatten(parameters).map(() => stream.normal());
  kernel.release(mark);
  return v;
}

/** Index of the stream: part of the meaning of a seed. */
const CURVATURE = 0;

function flatten(layers: LayerParameters[]): Float64Array {
  return Float64Array.from(layers.flatMap((layer) => TRAINED.flatMap((key) => Array.from(layer[key] ?? []))));
}

/** The inverse of `flatten`, with zeros for what is not trained. */
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
