/** Numbers in plain decimals, such as -1.5e3: what else they may have been meant as is refused or said. */
import { DataFileError } from '../dataFileError.ts';
import { bounded, quote } from './numberProblems.ts';

/** The first of the long whole numbers that two different cells would share; -1 if there is none. */
function firstMerged(cells: readonly string[]): number {
  const long = new Map<number, string>();
  return cells.findIndex((cell) => {
    const whole = /^\+?(-?\d{16,})(\.0*)?$/.exec(cell)?.[1];
    if (whole === undefined) return false;
    const other = long.get(Number(whole));
    long.set(Number(whole), whole);
    return other !== undefined && BigInt(other) !== BigInt(whole);
  });
}

export function isGrouped(cell: string): boolean {
  return /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(cell);
}

export function mayPartThousands(cells: readonly string[]): boolean {
  const grouped = cells.filter(isGrouped).length;
  return grouped > 0 && grouped < cells.length && cells.every((cell) => isGrouped(cell) || /^[+-]?\d{1,3}$/.test(cell));
}

/** `points`: whether a point may as well part thousands in this file. */
export function readPlain(
  { cells, place }: { cells: readonly string[]; place(row: number): string },
  points: boolean,
): { values: Float64Array; notation?: string } {
  const long = firstMerged(cells);
  if (long >= 0)
    throw new DataFileError(
      place(long),
      `${quote(cells[long]!)}, of more digits than a number keeps: another cell would become the same number`,
      'whole numbers up to 2^53; leave out what only identifies a row, or make the column categorical',
    );
  const values = Float64Array.from(cells, (cell, row) => bounded(Number(cell), cell, () => place(row)));
  const notation = plainRemark(cells, points);
  return { values, ...(notation && { notation }) };
}

/** What plain numbers may not be meant as. */
function plainRemark(cells: readonly string[], points: boolean): string | undefined {
  const code = cells.find((cell) => /^[+-]?0\d/.test(cell));
  if (code !== undefined) return `zeros at the beginning are left out, as of ${quote(code)}; make codes categorical`;
  const grouped = points && cells.every((cell) => isGrouped(cell) || /^[+-]?\d+$/.test(cell)) ? cells.find(isGrouped) : undefined;
  if (grouped !== undefined) return `${quote(grouped)} read with a decimal point, not as ${grouped.replace('.', '')}`;
  const longer = cells.some((cell) => /\.\d$/.test(cell)) && cells.find((cell) => /^\d+\.[1-9]0$/.test(cell));
  return longer ? `${quote(longer)} read as ${Number(longer)}; make numbers of versions categorical` : undefined;
}
