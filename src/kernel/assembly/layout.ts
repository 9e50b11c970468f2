// A program is a network laid out in linear memory: a header, a list of operations ("ops") that run
// forwards and then backwards, a list of variables, and the buffers they point to.
// src/engines/fused/layout.ts writes it.
//
// Features, labels, activations and gradients are matrices [rows][width padded to 4]. Padding columns
// of parameters and of gradients are zero and stay zero.

// @ts-ignore: decorator
@inline
export function word(base: usize, index: i32): i32 {
  return load<i32>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function pointer(base: usize, index: i32): usize {
  return load<usize>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function real(base: usize, index: i32): f32 {
  return load<f32>(base + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function setWord(base: usize, index: i32, value: i32): void {
  store<i32>(base + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function padded(width: i32): i32 {
  return (width + 3) & ~3;
}

/** Bytes from row to row. */
// @ts-ignore: decorator
@inline
export function strideOf(width: i32): usize {
  return <usize>padded(width) << 2;
}

/** Lanes of a row's last vector that hold a column; the others are padding. */
// @ts-ignore: decorator
@inline
export function lastLanes(width: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(((width - 1) & 3) + 1));
}
