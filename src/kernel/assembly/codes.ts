// Features that are stored as codes, a byte each (src/kernel/coded.ts), become floats when a batch needs them: a table
// says what each code stands for, so scaling is done once for each value that there is, not for each feature.

import { strideOf } from './layout';

/**
 * Rows of codes, [rows][columns] without padding, to a matrix of floats. `order`: which rows (i32 each), or 0 for one after another.
 * `values`: [256] floats, with the next column's `step` bytes on; a step of 0 has all columns use the same.
 * Padding of the matrix stays as it is.
 */
export function decode(to: usize, codes: usize, order: usize, rows: i32, columns: i32, values: usize, step: usize): void {
  const stride = strideOf(columns);
  for (let r = 0; r < rows; r++, to += stride) {
    const row = codes + <usize>(order ? load<i32>(order + (<usize>r << 2)) : r) * <usize>columns;
    let table = values;
    for (let c: usize = 0; c < <usize>columns; c++, table += step) {
      store<f32>(to + (c << 2), load<f32>(table + (<usize>load<u8>(row + c) << 2)));
    }
  }
}
