/**
 * Both ends of the spectrum of the training loss's Hessian, and the condition number, their ratio, where the smallest is above zero. For
 * networks of few parameters: as many products with the Hessian are taken as it has, or as are allowed.
 */
import { hessianOf, startVector } from './hessian.ts';
import { endsOfSpectrum } from './lanczos.ts';
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export interface Conditioning {
  largest: number;
  smallest: number;
  /** Left out where the smallest eigenvalue is zero or below, as far as it can be told from zero. */
  condition?: number;
  products: number;
}

export const conditioning: PointProbe<Conditioning> = {
  name: 'conditioning',
  title: 'conditioning',
  summary: 'The largest and the smallest eigenvalue of the Hessian of the training loss, and their ratio, the condition number.',
  options: {
    every,
    examples,
    firstLayer: { kind: 'boolean', description: 'only the block of the Hessian that belongs to the weights and biases of the first layer', default: false },
    iterations: count(
      'products with the Hessian, at most; with fewer than there are parameters, the smallest eigenvalue is an estimate from above',
      60,
      2,
      200,
    ),
  },
  when: 'points',
  async read(context, options) {
    const layers = options.firstLayer ? 1 : undefined;
    const product = hessianOf(context, trainingRows(context, Number(options.examples)), layers);
    const { largest, smallest, products } = await endsOfSpectrum(product, startVector(context, layers), Number(options.iterations));
    return { largest, smallest, ...(smallest > ROUNDING * Math.abs(largest) && { condition: largest / smallest }), products };
  },
};

/** What is smaller than this share of the largest eigenvalue is rounding: products are differences of 32-bit gradients. */
const ROUNDING = 1e-5;
