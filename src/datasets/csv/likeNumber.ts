/** What looks like a number to people, whether it can be read as one or not. */
import { CURRENCY, narrow, NOTATIONS, PLAIN_NUMBER, readWritten, takeApart } from './notation.ts';

/** Whether the cell is a number, or would be one in a notation that cannot be read without a guess. */
export function isNumber(cell: string): boolean {
  if (PLAIN_NUMBER.test(cell) || LIKE_NUMBER.test(narrow(cell))) return true;
  const written = takeApart(cell);
  return written !== undefined && NOTATIONS.some((notation) => readWritten(written, notation) !== undefined);
}

/** No category, but no number that could be read without a guess. */
const LIKE_NUMBER = new RegExp(
  `^(${[
    // Fractions, and the signs for them.
    String.raw`[+-]?(\d+ ?\/ ?\d+|\d+ \d+\/\d+|\d*\s?[¼-¾⅐-⅞])`,
    // Hexadecimal; exponents of Fortran without a sign; digits with marks in strange places; magnitudes.
    String.raw`[+-]?(0x[\da-f]+|\d*\.\d*d\d+|\d{1,3}(,\d{1,2}\.\d+|\.\d{1,2},\d{3,})|\d+[·˙]\d+|\d[\d.,]*[km])`,
    // An uncertainty, stars of significance.
    String.raw`[+-]?\d[\d.,]*( ?± ?\d[\d.,]*|\(\d+\)|\*{1,3})`,
    // Degrees, minutes and seconds; feet and inches; north and south.
    String.raw`[+-]?\d+(°|')\s?\d+(\.\d+)?('|′|")?.{0,12}|\d+\.\d+°?[NSEWO]|\d[\d.,]*('{1,2}|"|″)`,
    // In quotation marks that are none of a CSV file's, or as a formula of a spreadsheet.
    String.raw`([“”„«»'‘]|=")[+-]?\d[\d.,]*([“”«»'"])?`,
    // A formula that a spreadsheet wrote in place of its value; an amount of nothing.
    String.raw`=[-+(]*(\$?[A-Z]+\$?\d+|\p{Lu}[\p{Lu}.]*\().*`,
    String.raw`${CURRENCY} ?[-–—]+`,
    // Magnitudes in words, or behind a currency; a unit right behind decimals; a note.
    String.raw`[+-]?\d[\d.,]* ?(mio|mln|mrd|mill?i?on(s|en|es)?|billions?|milliard(s|en|es)?|tsd|thousand|tausend|hundred|lakhs?|crores?|[千万萬億亿])\.?`,
    String.raw`[+-]?${CURRENCY} ?\d[\d.,]* ?(k|[mb]n?|tn?r?)\.?`,
    String.raw`[+-]?\d+[.,]\d+([a-zµ]{1,4}|[⁰¹²³⁴-⁹]+)|[+-]?\d+[⁰¹²³⁴-⁹]+`,
    // About so much; as Python prints what it is.
    String.raw`(~|≈|≃|∼|ca?\.|approx\.?|about|circa|etwa|env\.) ?\d[\d.,]*`,
    String.raw`(tensor|array|(np|numpy)\.\w+|decimal)\(\[?'?[+-]?\d[^,]*\)`,
  ].join('|')})$`,
  'iu',
);
