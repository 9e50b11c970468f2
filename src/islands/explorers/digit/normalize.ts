/**
 * A drawing made into a picture as those of MNIST were made (LeCun, Bottou, Bengio & Haffner 1998): scaled, with its proportions kept, to fit a box of 20 × 20 pixels,
 * whose shades are means over areas; then moved in a field of 28 × 28, by whole pixels, until its centre of mass lies in the pixel with index 14 of both axes, where it
 * lies in MNIST's files. It is not moved so far that ink would leave the field.
 */
export const FIELD = 28;
export const BOX = 20;
/** Index of the pixel in which the centre of mass comes to lie. */
export const MIDDLE = 14;

/** Where something is on the sheet: the first column and row, and how many. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Normalized {
  /** 28 × 28 shades, from 0, paper, to 1. */
  picture: Float32Array;
  /** Of the ink on the sheet. */
  box: Box;
  /** Pixels of the picture for each unit of the sheet. */
  scale: number;
  /** Centre of mass within the box of 20 × 20, as indices of pixels, which may lie between two; before it was moved. */
  mass: { x: number; y: number };
  /** Place of the box in the field, in pixels. */
  moved: { x: number; y: number };
}

/** `ink`: [side][side], from 0 to 1. Undefined where there is none. */
export function normalize(ink: ArrayLike<number>, side: number): Normalized | undefined {
  const box = boxOf(ink, side);
  if (!box) return undefined;
  const scale = BOX / Math.max(box.width, box.height);
  const small = shrink(ink, side, box, scale);
  const mass = centreOf(small, BOX);
  // A narrow drawing fills the left of the box alone.
  const place = (centre: number, size: number) => Math.min(FIELD - Math.ceil(size * scale), Math.max(0, Math.round(MIDDLE - centre)));
  const moved = { x: place(mass.x, box.width), y: place(mass.y, box.height) };
  const picture = new Float32Array(FIELD * FIELD);
  for (let row = 0; row < BOX; row++) {
    for (let column = 0; column < BOX; column++) {
      const shade = small[row * BOX + column]!;
      if (shade > 0) picture[(row + moved.y) * FIELD + column + moved.x] = shade;
    }
  }
  return { picture, box, scale, mass, moved };
}

/** The smallest box that has all ink in it. */
export function boxOf(ink: ArrayLike<number>, side: number): Box | undefined {
  let [left, right, top, bottom] = [side, -1, side, -1];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (!(ink[row * side + column]! > 0)) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** What lies in the box, in BOX × BOX pixels from its upper left corner: each the mean over its area, where outside of the box is paper. */
function shrink(ink: ArrayLike<number>, side: number, { left, top, width, height }: Box, scale: number): Float32Array {
  const small = new Float32Array(BOX * BOX);
  const size = 1 / scale;
  for (let row = 0; row < BOX; row++) {
    const rows = overlaps(row * size, (row + 1) * size, height);
    for (let column = 0; column < BOX; column++) {
      let sum = 0;
      const columns = overlaps(column * size, (column + 1) * size, width);
      for (const [y, tall] of rows) for (const [x, wide] of columns) sum += tall * wide * ink[(top + y) * side + left + x]!;
      small[row * BOX + column] = Math.min(1, sum * scale * scale);
    }
  }
  return small;
}

/** The whole units from 0 to before `count` that a stretch touches, and how much of each it covers. */
function overlaps(from: number, to: number, count: number): [unit: number, share: number][] {
  const list: [number, number][] = [];
  for (let unit = Math.floor(from); unit < Math.min(count, to); unit++) list.push([unit, Math.min(to, unit + 1) - Math.max(from, unit)]);
  return list;
}

/** Mean place of the ink, as indices. */
export function centreOf(ink: ArrayLike<number>, side: number): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (let place = 0; place < side * side; place++) {
    const value = ink[place]!;
    sum += value;
    x += value * (place % side);
    y += value * Math.floor(place / side);
  }
  return { x: x / sum, y: y / sum };
}
