/** Numbers as a reader wants them: few significant digits, a true minus sign, thin spaces between thousands. */

/**
 * `digits` significant digits (defaults to 3), trailing zeros kept so that columns compare;
 * powers of ten for the very small and the very large.
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e6) {
    return formatScientific(value, digits);
  }
  const precise = value.toPrecision(digits);
  return minus(precise.includes('e') ? group(Number(precise)) : precise);
}

/** The fewest significant digits, 3 to 7, at which each two numbers read differently; what differs by less than 1e-6 of itself may be rounding. */
export function digitsApart(pairs: readonly (readonly [number, number])[]): number {
  const different = pairs.filter(([a, b]) => Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b)));
  return [3, 4, 5, 6].find((digits) => different.every(([a, b]) => formatNumber(a, digits) !== formatNumber(b, digits))) ?? 7;
}

/** `1.46·10⁻³`, and `10⁻³` for a plain power. `digits` defaults to as many as the number has. */
export function formatScientific(value: number, digits?: number): string {
  const [mantissa, exponent] = value.toExponential(digits === undefined ? undefined : digits - 1).split('e') as [string, string];
  return minus(`${mantissa === '1' ? '' : `${mantissa}·`}10${superscript(Number(exponent))}`);
}

/** A count: whole numbers with thin spaces between thousands, others with up to two decimals. */
export function formatCount(value: number): string {
  return Number.isInteger(value) ? minus(group(value)) : minus(String(Math.round(value * 100) / 100));
}

/** A hyperparameter as one would write it: 0.001, 1e-7, 50. */
export function formatValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ') || 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return minus(String(value));
}

function group(value: number): string {
  const text = String(value);
  const whole = text.split('.')[0] ?? text;
  return Math.abs(value) < 10_000 ? text : text.replace(whole, whole.replace(/\B(?=(\d{3})+$)/g, '\u202f'));
}

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (character) => (character === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)] ?? character)));
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
