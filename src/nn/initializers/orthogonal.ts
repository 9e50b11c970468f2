import type { Stream } from '../../kernel/random.ts';
import type { InitializerEntry } from './entry.ts';

export const orthogonal: InitializerEntry = {
  name: 'orthogonal',
  title: 'orthogonal',
  summary: 'A random rotation times a gain: a linear layer then keeps the length of every signal, forwards and backwards.',
  tex: 'W = g \\, Q, \\quad Q^\\top Q = I \\text{ (or } Q Q^\\top = I \\text{ where there are more units than inputs)}',
  hyperparameters: {
    gain: { kind: 'number', symbol: 'g', description: 'factor of the orthogonal matrix', default: 1, min: 0, max: 1000, exclusiveMin: true },
  },
  references: ['saxe2014'],
  equivalents: {
    keras: 'keras.initializers.Orthogonal({gain})',
    pytorch: 'lambda w: nn.init.orthogonal_(w, {gain})',
    tensorflow: 'lambda shape: {gain} * orthogonal(shape)',
  },
  note: 'Q of the QR decomposition of a matrix of standard normals, with signs such that R has a positive diagonal, which makes every rotation equally likely.',
  fill(weights, fanIn, fanOut, choice, stream) {
    const long = Math.max(fanIn, fanOut);
    const short = Math.min(fanIn, fanOut);
    const columns = orthonormalColumns(long, short, stream);
    const gain = Number(choice.gain);
    for (let i = 0; i < fanIn; i++) {
      for (let j = 0; j < fanOut; j++) weights[i * fanOut + j] = gain * (fanIn >= fanOut ? columns[j]![i]! : columns[i]![j]!);
    }
  },
};

/**
 * `count` orthonormal vectors of `length` numbers: Q of a normal matrix, drawn row by row, by Gram–Schmidt. Each
 * vector is made orthogonal twice, which is enough to be so to rounding (Giraud, Langou & Rozložník 2005); its
 * length, the diagonal of R, is positive by construction.
 */
function orthonormalColumns(length: number, count: number, stream: Stream): Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(length));
  for (let i = 0; i < length; i++) for (const column of columns) column[i] = stream.normal();
  columns.forEach((column, j) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of columns.slice(0, j)) addScaled(column, earlier, -dot(column, earlier));
    }
    const norm = Math.sqrt(dot(column, column));
    for (let i = 0; i < length; i++) column[i]! /= norm;
  });
  return columns;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[i]!;
}
