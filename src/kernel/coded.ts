/**
 * Rows of features that take few values, such as the shades of pictures: a byte for each says which value it has. They stay
 * bytes until a batch needs them (assembly/codes.ts), which is a quarter of the memory of 32-bit floats.
 */
export interface CodedRows {
  /** One byte per feature, [stored rows][columns]; not to be changed, because splits share it. */
  codes: Uint8Array;
  columns: number;
  /** What a code stands for: [256] for all columns, or [columns][256] where they differ. */
  values: Float32Array;
  /** Which stored rows these are, in this order; all of them if absent. */
  rows?: Int32Array;
}

/** Codes of a byte. */
export const CODES = 256;

/** From one column's values to the next's; 0 where all have the same. */
export function tableStep(values: Float32Array): number {
  return values.length === CODES ? 0 : CODES;
}

function countRows({ codes, columns, rows }: CodedRows): number {
  return rows ? rows.length : codes.length / columns;
}

/** The same values as 32-bit floats, row-major, of the rows from `start` to before `end`; defaults to all. */
export function decodeRows(coded: CodedRows, start = 0, end = countRows(coded)): Float32Array {
  const { codes, columns, values, rows } = coded;
  const step = tableStep(values);
  const decoded = new Float32Array((end - start) * columns);
  let next = 0;
  for (let row = start; row < end; row++) {
    const from = (rows ? rows[row]! : row) * columns;
    for (let column = 0; column < columns; column++) decoded[next++] = values[column * step + codes[from + column]!]!;
  }
  return decoded;
}
