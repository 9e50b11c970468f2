/** A drawing as ink on a square sheet: strokes of a pen, in whole units of the sheet, and the sheet that they give. */

/** Units along a side of the sheet: four for each pixel of MNIST. */
export const SHEET = 112;
/** Radius of the pen, in units. */
export const PEN = 4.5;

/** Points that the pen passed, one after the other; at least one. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** Ink of each unit, row by row, from 0, paper, to 1. `under`: what was there before; it is not changed. */
export function inkOf(strokes: readonly Stroke[], under?: Float32Array): Float32Array {
  const ink = under ? Float32Array.from(under) : new Float32Array(SHEET * SHEET);
  for (const stroke of strokes) {
    stroke.forEach((point, index) => {
      const before = stroke[Math.max(0, index - 1)]!;
      drawLine(ink, before, point);
    });
  }
  return ink;
}

/** A line with round ends, added in place; its edge is one unit wide. */
export function drawLine(ink: Float32Array, [x0, y0]: Stroke[number], [x1, y1]: Stroke[number]): void {
  const reach = PEN + 1;
  const [left, right] = [Math.max(0, Math.floor(Math.min(x0, x1) - reach)), Math.min(SHEET - 1, Math.ceil(Math.max(x0, x1) + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(y0, y1) - reach)), Math.min(SHEET - 1, Math.ceil(Math.max(y0, y1) + reach))];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = dx * dx + dy * dy;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      // From the middle of the unit to the nearest point of the line.
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
      const [ex, ey] = [px - along * dx, py - along * dy];
      const value = Math.min(1, Math.max(0, PEN + 0.5 - Math.sqrt(ex * ex + ey * ey)));
      const place = y * SHEET + x;
      if (value > ink[place]!) ink[place] = value;
    }
  }
}

/** A picture of 28 × 28 as a sheet: each pixel becomes four by four units. */
export function enlarge(picture: ArrayLike<number>): Float32Array {
  const side = Math.sqrt(picture.length);
  const times = SHEET / side;
  return Float32Array.from({ length: SHEET * SHEET }, (_, place) => {
    const [row, column] = [Math.floor(place / SHEET / times), Math.floor((place % SHEET) / times)];
    return picture[row * side + column]!;
  });
}
