// Gradient clipping: each entry to ±limit, or each variable's norm, or the norm of all together, down to limit.

import * as Clip from '../program/clip';
import * as Header from '../program/header';
import * as Variable from '../program/variable';
import { pointer, real, strideOf, word } from './layout';
import { splat, sum4 } from './vector';

export function clipGradients(program: usize): void {
  const limit = real(program, Header.CLIP_LIMIT);
  const g = pointer(program, Header.GRADIENTS);
  const bytes = <usize>word(program, Header.PARAMETER_COUNT) << 2;
  switch (word(program, Header.CLIP)) {
    case Clip.VALUE: {
      const high = splat(limit), low = splat(-limit);
      for (let i: usize = 0; i < bytes; i += 16) v128.store(g + i, f32x4.max(f32x4.min(v128.load(g + i), high), low));
      break;
    }
    case Clip.GLOBAL_NORM:
      clipNorm(g, bytes, limit);
      break;
    case Clip.NORM: {
      let v = pointer(program, Header.VARIABLES);
      for (let i = word(program, Header.VARIABLE_COUNT); i > 0; i--, v += Variable.SIZE * 4) {
        clipNorm(pointer(v, Variable.GRADIENT), <usize>word(v, Variable.ROWS) * strideOf(word(v, Variable.WIDTH)), limit);
      }
      break;
    }
    default:
      unreachable();
  }
}

function clipNorm(g: usize, bytes: usize, limit: f32): void {
  let squares = splat(0);
  for (let i: usize = 0; i < bytes; i += 16) squares = f32x4.add(squares, f32x4.mul(v128.load(g + i), v128.load(g + i)));
  const norm = Mathf.sqrt(sum4(squares));
  if (norm <= limit) return;
  const factor = splat(limit / norm);
  for (let i: usize = 0; i < bytes; i += 16) v128.store(g + i, f32x4.mul(v128.load(g + i), factor));
}
