import type { Json } from './json.ts';

/** The number that a text writes in decimals, else the text itself. Stricter than `Number`, which reads '' as 0 and knows `0x10` and `Infinity`. */
export function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** What a text stands for where settings are texts: yes or no, a number, or a name. Whether it is allowed is the schema's affair. */
export function valueOfText(text: string): Json {
  return text === 'true' || text === 'false' ? text === 'true' : numberOrText(text);
}
