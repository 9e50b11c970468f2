/** What parts the cells of a file. */
import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [';', '\t', '|', ','];
/** Records by which a delimiter is judged. */
const JUDGED = 50;

/** Excel's first line `sep=;`, if the file has one, and the text after it. */
export function statedDelimiter(text: string): { delimiter?: Delimiter; rest: string; lines: number } {
  const match = /^\s*"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i.exec(text);
  const delimiter = DELIMITERS.find((candidate) => candidate === match?.[1]);
  return match && delimiter ? { delimiter, rest: text.slice(match[0].length), lines: 1 } : { rest: text, lines: 0 };
}

/**
 * The one by which most records have as many cells as most others, then the one that makes most cells; between equals the comma comes
 * last, since it may be a decimal mark.
 */
export function guessDelimiter(text: string): Delimiter {
  const judged = DELIMITERS.map((delimiter) => ({ delimiter, ...judge(text, delimiter) }));
  const parting = judged.filter(({ cells }) => cells > 1);
  const [best] = parting.sort((a, b) => b.share - a.share || b.cells - a.cells || DELIMITERS.indexOf(a.delimiter) - DELIMITERS.indexOf(b.delimiter));
  return best?.delimiter ?? ',';
}

/** How many cells most records have, and how many of the records do. */
function judge(text: string, delimiter: Delimiter): { cells: number; share: number } {
  const { data } = Papa.parse<string[]>(trimAroundQuotes(text.slice(0, PROBED), delimiter), {
    delimiter,
    quoteChar: quotationMark(text, delimiter),
    preview: JUDGED,
    skipEmptyLines: true,
  });
  const records = data.filter(([first = '']) => !first.startsWith('#'));
  const counts = Map.groupBy(records, (cells) => cells.length);
  let [cells, having] = [0, 0];
  for (const [length, group] of counts) if (group.length > having) [cells, having] = [length, group.length];
  return { cells, share: having / Math.max(1, records.length) };
}

const PROBED = 50_000;

/** The quotation mark around cells: ' where every line below the first has a cell between two of it, and none begins with ". */
export function quotationMark(text: string, delimiter: Delimiter): '"' | "'" {
  const near = delimiter === '|' ? '\\|' : delimiter;
  const [, ...lines] = text.slice(0, PROBED).split(/[\r\n]+/, JUDGED);
  const filled = lines.filter((line) => line !== '');
  const single = new RegExp(`(^|${near})'[^']*'($|${near})`);
  const double = new RegExp(`(^|${near}) *"`);
  return filled.length > 0 && filled.every((line) => single.test(line) && !double.test(line)) ? "'" : '"';
}

/** Without the blanks between a delimiter and a quotation mark, which would make the mark a part of the cell. */
export function trimAroundQuotes(text: string, delimiter: Delimiter): string {
  const blank = delimiter === '\t' ? ' ' : ' \t';
  const near = delimiter === '|' ? '\\|' : delimiter;
  if (!new RegExp(`(?:^|[\\r\\n${near}])[${blank}]+"`).test(text)) return text;
  // A quoted cell as a whole, so that what is inside stays, or a cell without quotation marks.
  const cell = new RegExp(`(^|[\\r\\n${near}])[${blank}]*("(?:[^"]|"")*")[${blank}]*(?=$|[\\r\\n${near}])|(^|[\\r\\n${near}])[^\\r\\n${near}]*`, 'g');
  return text.replace(cell, (whole, before?: string, quoted?: string) => (quoted === undefined ? whole : `${before ?? ''}${quoted}`));
}
