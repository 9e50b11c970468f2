/** Categories that a reader takes for one: in small letters or capitals, with one blank or two, with or without a full stop, with letters that only look the same. */
import { PLAIN_NUMBER } from './notation.ts';

/** Groups of such that are named. */
const MOST_GROUPS = 4;

export function formRemark(name: string, categories: readonly string[]): string[] {
  const alike = [...Map.groupBy(categories, plain).values()].filter((group) => group.length > 1).slice(0, MOST_GROUPS);
  return alike.length > 0
    ? [`${name}: ${alike.map((group) => group.map((one) => `"${one}"`).join(' and ')).join(', ')} are taken for different categories.`]
    : [];
}

function plain(text: string): string {
  if (PLAIN_NUMBER.test(text)) return String(Number(text));
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[’ʼ′´`‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\p{L}\p{N}\s]) ?/gu, '$1')
    .replace(/^['"]+|['".,;:!]+$/g, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => LOOKS.get(letter) ?? letter);
}

/** Small letters of Cyrillic and Greek like those of Latin, as small letters or as capitals. */
const LOOKS = new Map(
  (
    [
      ['авекмнорстухіјѕ', 'abekmhopctyxijs'],
      ['αβεζηικμνορτυχ', 'abezhikmnoptyx'],
    ] as const
  ).flatMap(([others, latin]) => Array.from(others, (letter, index) => [letter, latin[index]!] as const)),
);
