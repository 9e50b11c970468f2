/** A pair of axes to draw curves into: where a number lies on the sheet, the lines with their marks and names. */
import { at, svgElement, textElement } from '../../parts/svg.ts';
import type { Point } from './arrow.ts';
import { formula } from './formula.ts';

interface Frame {
  /** Px, on the sheet. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** From where to where the axes reach. */
  x: readonly [number, number];
  y: readonly [number, number];
}

interface Labels {
  /** Names of the axes: formulas, or words in quotation marks (formula.ts). */
  x?: string;
  y?: string;
  /** What is marked, with its number below or beside; none unless given. */
  xTicks?: readonly number[];
  yTicks?: readonly number[];
}

export interface Axes {
  /** Axes, marks and names. */
  element: SVGElement;
  /** Where a pair of numbers lies. */
  place: (x: number, y: number) => Point;
  /** The curve of a function, as far as it lies within the frame; other attributes as for a path. */
  curve: (f: (x: number) => number, attributes?: Parameters<typeof svgElement>[2] & { from?: number; to?: number }) => SVGElement;
}

const SAMPLES = 160;
const LINE = { fill: 'none', stroke: 'var(--fc-line-strong)', 'stroke-width': '1' };

/** The axes run along the lower and left edge of the frame, or through zero where that lies within it. */
export function axes(document: Document, frame: Frame, labels: Labels = {}): Axes {
  const place = (x: number, y: number): Point => [
    frame.left + (frame.width * (x - frame.x[0])) / (frame.x[1] - frame.x[0]),
    frame.top + frame.height * (1 - (y - frame.y[0]) / (frame.y[1] - frame.y[0])),
  ];
  const [crossX, crossY] = place(nearZero(frame.x), nearZero(frame.y));
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const element = svgElement(
    document,
    'g',
    {},
    svgElement(document, 'path', { d: `M${at(frame.left, crossY)}H${right}M${at(crossX, frame.top)}V${bottom}`, ...LINE }),
    ...(labels.xTicks ?? []).flatMap((value) => {
      const [x] = place(value, 0);
      return [
        svgElement(document, 'path', { d: `M${at(x, crossY - 3)}v6`, ...LINE }),
        textElement(document, minus(value), { x, y: crossY + 17, 'text-anchor': 'middle', ...quiet }),
      ];
    }),
    ...(labels.yTicks ?? []).flatMap((value) => {
      const [, y] = place(0, value);
      return [
        svgElement(document, 'path', { d: `M${at(crossX - 3, y)}h6`, ...LINE }),
        textElement(document, minus(value), { x: crossX - 7, y: y + 4, 'text-anchor': 'end', ...quiet }),
      ];
    }),
    ...(labels.x === undefined ? [] : [formula(document, labels.x, { x: right, y: crossY - 7, 'text-anchor': 'end', ...quiet })]),
    ...(labels.y === undefined ? [] : [formula(document, labels.y, { x: crossX + 7, y: frame.top + 9, ...quiet })]),
  );
  const curve: Axes['curve'] = (f, { from = frame.x[0], to = frame.x[1], ...attributes } = {}) => {
    const xs = Array.from({ length: SAMPLES + 1 }, (_, index) => from + ((to - from) * index) / SAMPLES);
    let d = '';
    let drawing = false;
    for (const x of xs) {
      const y = f(x);
      const inside = y >= frame.y[0] && y <= frame.y[1];
      if (inside) d += `${drawing ? 'L' : 'M'}${at(...place(x, y))}`;
      drawing = inside;
    }
    return svgElement(document, 'path', { d, fill: 'none', stroke: 'var(--series-1)', 'stroke-width': '2', 'stroke-linejoin': 'round', ...attributes });
  };
  return { element, place, curve };
}

function nearZero([low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, 0));
}

function minus(value: number): string {
  return String(value).replace('-', '−');
}
