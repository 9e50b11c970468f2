/**
 * Numbers as people and their programs write them: decimal comma, thousands marks, percent, currency, units, typographic signs and
 * spaces, other exponents. A column has one notation; where two are possible and give different numbers, it is refused.
 */

/** A cell taken apart. `digits` is the mantissa as written, without sign. */
export interface Written {
  negative: boolean;
  digits: string;
  exponent: number;
  /** A currency, `%`, `‰` or a unit; empty if none. */
  mark: string;
  /** How a loss is written that has no sign before it: `(5)` or `5-`. */
  loss?: '(5)' | '5-';
}

export interface Notation {
  decimal: '.' | ',';
  /** Characters between groups of three digits; empty: none. */
  group: '' | ',' | '.' | ' ' | "'" | '_';
}

export const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What programs and people write for a missing value, and for what is no finite number; spreadsheets in many languages have words with # for an error. */
export const MISSING =
  /^(|\?|\*|\.|\.\.|-+|–|—|n\/?a\.?|<na>|#(n\/a|nv|\p{L}+(\/0)?[!?])|nan|null|\(null\)|nil|none|\\n|missing|unknown|k\. ?a\.|keine angabe|[+-]?inf(inity)?|[+-]?∞|[+-]?1\.#\w+)$/iu;

export const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|BRL|ZAR|kr\.?|zł|Kč|Ft|Fr\.|Rs\.?|руб\.?|[円元원])`;
/** After a number without a space; after a space any short word can be a unit. */
const UNIT = String.raw`(?:[%‰]|°[CF]?|[kcmµn]?m[²³]?|[km]?g|m?l|[mµn]?s|min|h|k[WVA]|kWh|[kMG]?Hz|[kh]Pa|px)`;
const SPACE = String.raw`[ \t\u00a0\u2007\u2009\u202f]`;
const MINUS = '[-−–‐‑﹣]';
const DIGITS = String.raw`(?:\d(?:[\d.,'_٫]|${SPACE}(?=\d))*|[.,٫]\d+)`;
const WHOLE = new RegExp(
  String.raw`^(?:(?<front>${CURRENCY})${SPACE}*(?=\())?(?<open>\()?${SPACE}*(?<sign>[+]|${MINUS})?${SPACE}*(?<before>${CURRENCY}|[%‰])?${SPACE}*(?<inner>${MINUS})?${SPACE}*` +
    String.raw`(?<digits>${DIGITS}?)(?<dash>[.,]${MINUS}{1,2}|[.,]—)?` +
    String.raw`(?:${SPACE}*(?:[eE]|[dD](?=${MINUS}|[+])|(?:[×x·*]${SPACE}*10|⏨)(?:\^|\*\*)?)${SPACE}*(?<power>[+]?${MINUS}?\d+|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?` +
    String.raw`(?:${SPACE}*(?<after>${CURRENCY}|${UNIT})|${SPACE}+(?<unit>[\p{L}µ°%/]{1,6}[²³]?))?(?<trailing>(?<![.,])${MINUS})?${SPACE}*(?<close>\))?$`,
  'u',
);

/** Takes a cell apart; undefined if it is no number in any notation. */
export function takeApart(cell: string): Written | undefined {
  if (!/\p{Nd}/u.test(cell)) return undefined;
  const groups = WHOLE.exec(narrow(cell))?.groups;
  if (!groups?.digits) return undefined;
  const { front, open, close, sign, inner, trailing, before, after, unit, power } = groups;
  const signs = [sign, inner, trailing, open].filter((part) => part !== undefined);
  // One sign, one mark, both parentheses.
  if ((open === undefined) !== (close === undefined) || signs.length > 1 || [front, before, after, unit].filter((part) => part !== undefined).length > 1)
    return undefined;
  const digits = groups.digits.replaceAll('٫', ',').replace(/[\t\u00a0\u2007\u2009\u202f]/g, ' ');
  const mark = (front ?? before ?? after ?? unit ?? '').trim();
  const loss = open !== undefined ? '(5)' : trailing !== undefined ? '5-' : undefined;
  return { negative: signs.length === 1 && sign !== '+', digits, exponent: power === undefined ? 0 : powerOf(power), mark, ...(loss && { loss }) };
}

export const NOTATIONS: readonly Notation[] = (['.', ','] as const).flatMap((decimal) =>
  (['', ',', '.', ' ', "'", '_'] as const).flatMap((group) => (group === decimal ? [] : [{ decimal, group }])),
);

/** The number that is written, or undefined if it is none in this notation. */
export function readWritten({ negative, digits, exponent, mark }: Written, notation: Notation): number | undefined {
  const match = pattern(notation).exec(digits);
  if (!match) return undefined;
  const whole = notation.group === '' ? match[1]! : match[1]!.replaceAll(notation.group, '');
  const power = exponent + (mark === '%' ? -2 : mark === '‰' ? -3 : 0);
  // One conversion from decimal digits, so that 12.3 % is the double nearest to 0.123.
  return Number(`${negative ? '-' : ''}${whole || '0'}.${match[2] ?? ''}0e${power}`);
}

const patterns = new Map<string, RegExp>();

function pattern({ decimal, group }: Notation): RegExp {
  const key = decimal + group;
  const known = patterns.get(key);
  if (known) return known;
  const escape = (text: string) => text.replace('.', '\\.');
  // Groups of three, the first not from zero; in India of two before the last three.
  const grouped = group === '' ? '' : `|[1-9]\\d{0,2}(?:${escape(group)}\\d{3})+|[1-9]\\d?(?:${escape(group)}\\d{2})+${escape(group)}\\d{3}`;
  const made = new RegExp(`^((?:\\d+${grouped})?)(?:${escape(decimal)}(\\d*))?$`);
  patterns.set(key, made);
  return made;
}

/** Digits of other scripts, wide forms and the many apostrophes as those of ASCII. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/[’ʼ′´`‘٬]/g, "'")
    .replaceAll('٪', '%');
}

/** In every script of the basic plane the digits lie in a row, from a zero at …0 or …6. */
function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const start = code & ~0xf;
  return digit.length > 1 ? digit : String(code - start - (/\p{Nd}/u.test(String.fromCharCode(start)) ? 0 : 6));
}

function powerOf(text: string): number {
  const plain = Array.from(text, (character) => {
    const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character);
    return raised >= 0 ? String(raised) : /[-−–‐‑﹣⁻]/.test(character) ? '-' : character === '⁺' ? '+' : character;
  }).join('');
  return Number(plain);
}
