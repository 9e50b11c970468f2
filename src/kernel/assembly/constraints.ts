// Constraints on kernels, applied after each update; norms are those of each unit's incoming
// weights (one column of the kernel), with Keras' ε = 1e-7.

import * as Header from '../program/header';
import * as Variable from '../program/variable';
import { pointer, real, strideOf, word } from './layout';
import { splat } from './vector';

/** Numbers by which programs name them; entries of the catalog (src/nn) hold the same. */
namespace Constraint {
  export const NONE = 0;
  export const MAX_NORM = 1;
  export const UNIT_NORM = 2;
  export const MIN_MAX_NORM = 3;
  export const NON_NEGATIVE = 4;
}

export function constrain(program: usize): void {
  let v = pointer(program, Header.VARIABLES);
  for (let i = word(program, Header.VARIABLE_COUNT); i > 0; i--, v += Variable.SIZE * 4) {
    const kind = word(v, Variable.CONSTRAINT);
    if (kind == Constraint.NONE) continue;
    const w = pointer(v, Variable.POINTER);
    const stride = strideOf(word(v, Variable.WIDTH));
    const bytes = <usize>word(v, Variable.ROWS) * stride;
    if (kind == Constraint.NON_NEGATIVE) {
      for (let p: usize = 0; p < bytes; p += 16) v128.store(w + p, f32x4.max(v128.load(w + p), splat(0)));
    } else {
      for (let column: usize = 0; column < stride; column += 16) {
        scaleColumns(w + column, w + column + bytes, stride, kind, real(v, Variable.C0), real(v, Variable.C1), real(v, Variable.C2));
      }
    }
  }
}

function scaleColumns(from: usize, end: usize, stride: usize, kind: i32, c0: f32, c1: f32, c2: f32): void {
  const epsilon = splat(1e-7);
  let squares = splat(0);
  for (let p = from; p < end; p += stride) squares = f32x4.add(squares, f32x4.mul(v128.load(p), v128.load(p)));
  const norm = f32x4.sqrt(squares);
  let wanted = splat(1);
  switch (kind) {
    case Constraint.UNIT_NORM:
      break;
    case Constraint.MAX_NORM:
      wanted = f32x4.min(norm, splat(c0));
      break;
    case Constraint.MIN_MAX_NORM: {
      const clipped = f32x4.max(f32x4.min(norm, splat(c1)), splat(c0));
      wanted = f32x4.add(f32x4.mul(clipped, splat(c2)), f32x4.mul(norm, splat(<f32>1 - c2)));
      break;
    }
    default:
      unreachable();
  }
  const factor = f32x4.div(wanted, f32x4.add(norm, epsilon));
  for (let p = from; p < end; p += stride) v128.store(p, f32x4.mul(v128.load(p), factor));
}
