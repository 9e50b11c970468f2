/**
 * A pen path as a picture, the way MNIST was made: the digit fits a box of 20 × 20 pixels with its aspect
 * ratio kept, and stands in 28 × 28 pixels with its centre of mass at the centre. Antialiased: a pixel's
 * ink follows from its distance to the path.
 */
import type { Pieces } from './penPath.ts';

export const SIDE = 28;
const BOX = 20;
/** The digit is drawn with room on all sides before it is centred. */
const CANVAS = 40;
/** Over how many pixels the edge of a stroke fades. */
const EDGE = 1.25;

export interface Pen {
  /** Stroke width in pixels at the start and at the end of the path. */
  start: number;
  end: number;
}

/** Writes SIDE × SIDE values in [0, 1], steps of 1/255, row by row, to `image`. */
export function render(pieces: Pieces, pen: Pen, image: Float32Array): void {
  const canvas = new Float64Array(CANVAS * CANVAS);
  const placed = place(pieces, Math.max(pen.start, pen.end));
  const count = placed.length / 4;
  for (let piece = 0; piece < count; piece++) {
    const width = pen.start + ((pen.end - pen.start) * piece) / count;
    drawPiece(canvas, placed[4 * piece]!, placed[4 * piece + 1]!, placed[4 * piece + 2]!, placed[4 * piece + 3]!, width / 2);
  }
  cropAtMass(canvas, image);
}

/** Scale and move the path so that it fits the box, ink included, in the middle of the canvas. */
function place(pieces: Pieces, width: number): Pieces {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < pieces.length; i += 2) {
    left = Math.min(left, pieces[i]!);
    right = Math.max(right, pieces[i]!);
    top = Math.min(top, pieces[i + 1]!);
    bottom = Math.max(bottom, pieces[i + 1]!);
  }
  const scale = (BOX - width) / Math.max(right - left, bottom - top);
  return pieces.map((value, i) => CANVAS / 2 + scale * (value - (i % 2 === 0 ? left + right : top + bottom) / 2));
}

/** Ink of one straight piece: full within `radius` of it, fading over the edge. Overlaps do not add up. */
function drawPiece(canvas: Float64Array, x0: number, y0: number, x1: number, y1: number, radius: number): void {
  const reach = radius + EDGE / 2;
  const dx = x1 - x0;
  const dy = y1 - y0;
  const lengthSquared = dx * dx + dy * dy;
  const firstRow = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const lastRow = Math.min(CANVAS - 1, Math.ceil(Math.max(y0, y1) + reach));
  const firstColumn = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const lastColumn = Math.min(CANVAS - 1, Math.ceil(Math.max(x0, x1) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      // From the pixel's centre to the nearest point of the piece.
      const px = column + 0.5 - x0;
      const py = row + 0.5 - y0;
      const along = lengthSquared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared)) : 0;
      const ex = px - along * dx;
      const ey = py - along * dy;
      const distanceSquared = ex * ex + ey * ey;
      if (distanceSquared >= reach * reach) continue;
      const ink = (reach - Math.sqrt(distanceSquared)) / EDGE;
      const pixel = row * CANVAS + column;
      if (ink > canvas[pixel]!) canvas[pixel] = Math.min(1, ink);
    }
  }
}

/** Cut out SIDE × SIDE pixels about the centre of mass, to the nearest whole pixel. */
function cropAtMass(canvas: Float64Array, image: Float32Array): void {
  let [mass, massX, massY] = [0, 0, 0];
  for (let row = 0, pixel = 0; row < CANVAS; row++) {
    for (let column = 0; column < CANVAS; column++, pixel++) {
      const ink = canvas[pixel]!;
      mass += ink;
      massX += ink * column;
      massY += ink * row;
    }
  }
  const left = Math.round(massX / mass + 0.5 - SIDE / 2);
  const top = Math.round(massY / mass + 0.5 - SIDE / 2);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const ink = canvas[(row + top) * CANVAS + column + left] ?? 0;
      image[row * SIDE + column] = Math.round(255 * ink) / 255;
    }
  }
}
