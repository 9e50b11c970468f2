// Many features are zero in a whole batch: the margins of images, one-hot columns. Groups of four
// features that are zero in every row are left out of the first layer's products, which changes no
// sum (adding 0 · w changes nothing) and saves the work.

import * as Header from '../program/header';
import { pointer, setWord, strideOf, word } from './layout';

/** Copying pays if at least an eighth of the groups can be left out. */
// @ts-ignore: decorator
@inline
function pays(kept: i32, groups: i32): bool {
  return kept * 8 <= groups * 7;
}

/**
 * Look through `rows` rows of features; if leaving out pays, list the groups that are kept at
 * Header.GROUPS, copy them together at Header.KEPT_X and set Header.GROUP_COUNT, else set it to 0.
 */
export function selectFeatures(program: usize, x: usize, rows: i32): void {
  setWord(program, Header.GROUP_COUNT, 0);
  const list = pointer(program, Header.GROUPS);
  if (!list) return;
  const stride = strideOf(word(program, Header.INPUTS));
  const groups = <i32>(stride >> 4);
  let kept = 0;
  for (let g = 0; g < groups; g++) {
    if (!isUsed(x + (<usize>g << 4), stride, rows)) continue;
    store<i32>(list + (<usize>kept << 2), g);
    kept++;
  }
  if (!pays(kept, groups) || kept == 0) return;
  setWord(program, Header.GROUP_COUNT, kept);
  let to = pointer(program, Header.KEPT_X);
  for (let r = 0; r < rows; r++, x += stride) {
    for (let i = 0; i < kept; i++, to += 16) v128.store(to, v128.load(x + (<usize>load<i32>(list + (<usize>i << 2)) << 4)));
  }
}

/** Whether any row has something in this group; the first rows usually tell. */
// @ts-ignore: decorator
@inline
function isUsed(p: usize, stride: usize, rows: i32): bool {
  for (let r = 0; r < rows; r++, p += stride) if (v128.any_true(v128.load(p))) return true;
  return false;
}

/** Spread the gradients of kept features, [4 · kept][units], to all of them; those left out have none. */
export function spreadGradient(to: usize, from: usize, groups: usize, kept: i32, inputs: i32, rowBytes: usize): void {
  const groupBytes = rowBytes << 2;
  const end = to + <usize>inputs * rowBytes;
  let next = 0;
  for (let g = 0; to < end; g++) {
    const bytes = min(groupBytes, end - to);
    if (next < kept && load<i32>(groups + (<usize>next << 2)) == g) {
      memory.copy(to, from, bytes);
      from += groupBytes;
      next++;
    } else memory.fill(to, 0, bytes);
    to += bytes;
  }
}
