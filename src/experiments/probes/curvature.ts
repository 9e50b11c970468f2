/** The largest eigenvalue of the training loss's Hessian (see lanczos.ts). Gradient descent is stable below a learning rate of 2/λ. */
import { hessianOf, startVector } from './hessian.ts';
import { largestEigenvalue, type Estimate } from './lanczos.ts';
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

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
    const product = hessianOf(context, trainingRows(context, Number(options.examples)));
    return largestEigenvalue(product, startVector(context), { most: Number(options.iterations), tolerance: Number(options.tolerance) });
  },
};
