/** A unit of a network: a circle with its name in it; features are square. */
import { svgElement } from '../../parts/svg.ts';
import type { Point } from './arrow.ts';
import { formula } from './formula.ts';

interface Options {
  /** A formula (formula.ts). */
  name?: string;
  /** Half the width, px. */
  radius?: number;
  kind?: 'unit' | 'feature';
  /** Default: the colour of the text. */
  color?: string;
}

export const UNIT_RADIUS = 17;

export function unit(document: Document, [x, y]: Point, { name, radius = UNIT_RADIUS, kind = 'unit', color = 'currentColor' }: Options = {}): SVGElement {
  const look = { fill: 'var(--fc-paper)', stroke: color, 'stroke-width': '1.4' };
  const shape =
    kind === 'unit'
      ? svgElement(document, 'circle', { cx: x, cy: y, r: radius, ...look })
      : svgElement(document, 'rect', { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, rx: 2, ...look });
  const label = name === undefined ? [] : [formula(document, name, { x, y: y + 4.5, 'text-anchor': 'middle', fill: color })];
  return svgElement(document, 'g', {}, shape, ...label);
}

/** Heights of `count` units in a column, `gap` px from one to the next, around a middle. */
export function column(count: number, middle: number, gap: number): number[] {
  return Array.from({ length: count }, (_, index) => middle + (index - (count - 1) / 2) * gap);
}
