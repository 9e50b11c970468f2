/** A three in one stroke, as the explorer begins with: x and y, downwards. */
import { at, svgElement } from '../../parts/svg.ts';
import type { Point } from './arrow.ts';

export const THREE: readonly Point[] = [
  [36, 30],
  [42, 23],
  [52, 19],
  [62, 20],
  [70, 26],
  [72, 35],
  [68, 45],
  [59, 51],
  [48, 53],
  [61, 55],
  [71, 62],
  [75, 72],
  [71, 84],
  [61, 91],
  [49, 92],
  [38, 87],
  [33, 80],
];

/** `place`: from its own units to those of the drawing. */
export function polyline(document: Document, place: (point: Point) => Point, { width }: { width: number }): SVGElement {
  const d = THREE.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(...place(point))}`).join('');
  return svgElement(document, 'path', {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': width,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
}
