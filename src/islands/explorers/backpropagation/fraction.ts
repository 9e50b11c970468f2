/** Exact arithmetic: rational numbers in lowest terms, so that a worked example is right to the last digit. */
import { plainDecimals } from '../../../schema/numberText.ts';
import { formatNumber } from '../../../words/format.ts';

/** `n`/`d` in lowest terms, `d` > 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

/** Throws a RangeError where the denominator is 0. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0.');
  const common = divisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / common, d: d / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(add, ZERO);
}

export function isPositive({ n }: Fraction): boolean {
  return n > 0n;
}

export function equal(a: Fraction, b: Fraction): boolean {
  return a.n === b.n && a.d === b.d;
}

/** `-2`, `0.25` (or `0,25`) or `1/3`, with a hyphen or a true minus sign; undefined for anything else. */
export function parseFraction(text: string): Fraction | undefined {
  const parts = /^([+-]?)(\d{1,12})?(?:\.(\d{0,12})|\/(\d{1,12}))?$/.exec(plainDecimals(text));
  if (!parts) return undefined;
  const [, sign, whole, decimals, denominator] = parts;
  if (whole === undefined && !decimals) return undefined;
  if (denominator !== undefined && BigInt(denominator) === 0n) return undefined;
  const digits = BigInt((whole ?? '') + (decimals ?? ''));
  return fraction(sign === '-' ? -digits : digits, denominator === undefined ? 10n ** BigInt(decimals?.length ?? 0) : BigInt(denominator));
}

/** The nearest number of 64 bits, or nearly so. */
export function toNumber({ n, d }: Fraction): number {
  // Beyond about 10³⁰⁸ numbers of 64 bits are infinite; numerator and denominator may be, their ratio is not.
  const excess = BigInt(Math.max(0, n.toString(2).length - MOST_BITS, d.toString(2).length - MOST_BITS));
  return Number(n >> excess) / Number(d >> excess);
}

/** As a reader writes it: `−3`, `0.25` (up to four decimals), `−5/3`; where that is long, `≈ 0.71429`, to five digits. */
export function formatFraction(value: Fraction): string {
  const exact = exactText(value);
  return exact.length <= LONGEST ? exact : `≈ ${formatNumber(toNumber(value), 5)}`;
}

/** Always exact, as `parseFraction` reads it: `-3`, `0.25`, `-5/3`. */
export function writeFraction({ n, d }: Fraction): string {
  if (d === 1n) return String(n);
  if (10_000n % d !== 0n) return `${n}/${d}`;
  const scaled = String(((n < 0n ? -n : n) * 10_000n) / d).padStart(5, '0');
  return `${n < 0n ? '-' : ''}${scaled.slice(0, -4)}.${scaled.slice(-4).replace(/0+$/, '')}`;
}

function exactText(value: Fraction): string {
  return writeFraction(value).replace('-', '−');
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

const MOST_BITS = 1000;
/** Longest exact number shown: sign, four digits, point and four decimals. */
const LONGEST = 10;
