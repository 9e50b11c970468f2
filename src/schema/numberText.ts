import type { Json } from './json.ts';

/** The number that a text writes in decimals, else the text itself. Stricter than `Number`, which reads '' as 0 and knows `0x10` and `Infinity`. */
export function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** The same of what a person types: with a decimal comma, a true minus, blanks around it. */
export function typedNumber(text: string): number | string {
  return numberOrText(plainDecimals(text));
}

/**
 * Typed decimals with a point and a hyphen. The decimal keypad of many phones has a comma and no point; `1,234` stays, since it may be
 * a thousand.
 */
export function plainDecimals(text: string): string {
  const plain = text.trim().replace('−', '-');
  return /^[+-]?(0*,\d+|\d+,(\d{1,2}|\d{4,}))(e[+-]?\d+)?$/i.test(plain) ? plain.replace(',', '.') : plain;
}

/** What a text stands for where settings are texts: yes or no, a number, or a name. Whether it is allowed is the schema's affair. */
export function valueOfText(text: string): Json {
  return text === 'true' || text === 'false' ? text === 'true' : numberOrText(text);
}
