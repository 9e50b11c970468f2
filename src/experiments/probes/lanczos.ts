/**
 * The ends of the spectrum of a symmetric matrix of which only products with vectors are at hand, by the method of
 * Lanczos (1950): power iteration that keeps its vectors, so that a negative eigenvalue of larger magnitude is no
 * obstacle. The vectors are kept orthogonal by brute force, which is cheap for the few that it takes.
 */
export interface LanczosOptions {
  /** Products at most, at least 1. */
  most: number;
  /** Relative change of the estimate at which it ends. */
  tolerance: number;
}

export interface Estimate {
  eigenvalue: number;
  products: number;
  converged: boolean;
}

/** `start`: not zero, and not orthogonal to the eigenvector sought: random, for example. */
export async function largestEigenvalue(product: Product, start: Float64Array, { most, tolerance }: LanczosOptions): Promise<Estimate> {
  let eigenvalue = NaN;
  const { products, settled, exhausted } = await tridiagonal(product, start, most, ({ diagonal, beside }) => {
    const estimate = largestOfTridiagonal(diagonal, beside);
    const before = eigenvalue;
    eigenvalue = estimate;
    return diagonal.length > 2 && Math.abs(estimate - before) <= tolerance * Math.abs(estimate);
  });
  return { eigenvalue, products, converged: settled || exhausted };
}

/** Both ends, as well as `most` products tell: exactly, where they are as many as the matrix has rows. `start` as above. */
export async function endsOfSpectrum(product: Product, start: Float64Array, most: number): Promise<{ largest: number; smallest: number; products: number }> {
  const { diagonal, beside, products } = await tridiagonal(product, start, Math.min(most, start.length));
  const mirrored = diagonal.map((value) => -value);
  return { largest: largestOfTridiagonal(diagonal, beside), smallest: -largestOfTridiagonal(mirrored, beside), products };
}

type Product = (v: Float64Array) => Promise<Float64Array>;

interface Tridiagonal {
  diagonal: number[];
  beside: number[];
  products: number;
  /** There was enough. */
  settled: boolean;
  /** Nothing is left: the vectors span all that the start has a part in. */
  exhausted: boolean;
}

/** The matrix in the basis of Lanczos, of as many rows as there were products. Ends after `most` of them, or where `enough` says so. */
async function tridiagonal(
  product: Product,
  start: Float64Array,
  most: number,
  enough: (soFar: Pick<Tridiagonal, 'diagonal' | 'beside'>) => boolean = () => false,
): Promise<Tridiagonal> {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let q = scaled(start, 1 / norm(start));
  let scale = 0;
  for (let products = 1; ; products++) {
    const w = await product(q);
    basis.push(q);
    diagonal.push(dot(q, w));
    scale = Math.max(scale, norm(w));
    // Twice is enough (Parlett 1980).
    for (let pass = 0; pass < 2; pass++) for (const one of basis) subtract(w, dot(one, w), one);
    const rest = norm(w);
    const exhausted = rest <= EXHAUSTED * scale;
    const settled = enough({ diagonal, beside });
    if (settled || exhausted || products === most) return { diagonal, beside, products, settled, exhausted };
    beside.push(rest);
    q = scaled(w, 1 / rest);
  }
}

/** Products are differences of 32-bit numbers: what is left below this share of them is rounding. */
const EXHAUSTED = 1e-6;

/** By bisection: the number of negative pivots of T − x is that of the eigenvalues below x (Sturm). */
export function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  const radius = (i: number) => Math.abs(beside[i - 1] ?? 0) + Math.abs(beside[i] ?? 0);
  let low = Math.min(...diagonal.map((value, i) => value - radius(i)));
  let high = Math.max(...diagonal.map((value, i) => value + radius(i)));
  const allBelow = (x: number) => {
    let pivot = Infinity;
    return diagonal.every((value, i) => (pivot = value - x - (i > 0 ? (beside[i - 1]! * beside[i - 1]!) / pivot : 0)) < 0);
  };
  for (let halvings = 0; halvings < 200 && low < high; halvings++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (allBelow(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function norm(v: Float64Array): number {
  return Math.sqrt(dot(v, v));
}

function scaled(v: Float64Array, factor: number): Float64Array {
  return v.map((value) => value * factor);
}

function subtract(from: Float64Array, factor: number, v: Float64Array): void {
  v.forEach((value, i) => (from[i]! -= factor * value));
}
