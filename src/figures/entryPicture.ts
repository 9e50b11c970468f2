/** A small chart of what an entry of the catalog does: curves over one number, or how often a value is drawn. */
import { axes } from './drawings/parts/axes.ts';
import { formula } from './drawings/parts/formula.ts';
import { at, drawing, svgElement } from './parts/svg.ts';

export interface EntryCurve {
  /** Told by colour and dash alike. */
  look: 'value' | 'slope';
  x: readonly number[];
  y: readonly number[];
}

export interface EntryChart {
  /** For who does not see it, as in `elu and its slope`. */
  title: string;
  /** Names of the axes: formulas, or words in quotation marks (drawings/parts/formula.ts). */
  names: { x: string; y?: string };
  x: readonly [number, number];
  y: readonly [number, number];
  xTicks: readonly number[];
  yTicks: readonly number[];
  curves: readonly EntryCurve[];
  /** Whether the first curve is filled down to zero, as a histogram is. */
  filled?: boolean;
}

/** Px. */
const SIZE = { width: 240, height: 176 };
const FRAME = { left: 30, top: 12, width: 200, height: 136 };
const QUIET = 'var(--fc-text-quiet)';
const LOOKS = {
  value: { stroke: 'var(--series-1)' },
  slope: { stroke: 'var(--series-2)', 'stroke-dasharray': '5 3' },
};

/** What of a curve lies beyond the frame is left out. */
export function entryPicture({ title, names, x, y, xTicks, yTicks, curves, filled = false }: EntryChart, document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.setAttribute('class', 'entry-picture');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  // Beside an axis in the middle of the frame, and below one at its foot, where curves end.
  const { x: below, ...others } = names;
  const isFoot = y[0] >= 0;
  const sheet = axes(document, { ...FRAME, x, y }, { ...(isFoot ? others : names), xTicks, yTicks });
  for (const { look, ...points } of curves) {
    const path = lineThrough(points, y, sheet.place);
    if (filled) svg.append(svgElement(document, 'path', { d: path, fill: LOOKS[look].stroke, 'fill-opacity': '0.2' }));
    svg.append(svgElement(document, 'path', { d: path, fill: 'none', 'stroke-width': '2', 'stroke-linejoin': 'round', ...LOOKS[look] }));
  }
  svg.append(sheet.element);
  if (isFoot) svg.append(formula(document, below, { x: FRAME.left + FRAME.width / 2, y: FRAME.top + FRAME.height + 17, 'text-anchor': 'middle', fill: QUIET }));
  return svg;
}

function lineThrough(
  points: Pick<EntryCurve, 'x' | 'y'>,
  [low, high]: readonly [number, number],
  place: (x: number, y: number) => readonly [number, number],
): string {
  let path = '';
  let isInside = false;
  for (const [index, x] of points.x.entries()) {
    const y = points.y[index]!;
    const wasInside = isInside;
    isInside = y >= low && y <= high;
    if (isInside) path += `${wasInside ? 'L' : 'M'}${at(...place(x, y))}`;
  }
  return path;
}
