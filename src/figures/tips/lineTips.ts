/** What a pointer on a line is told: one text for each of its points, and where these stand, in attributes of the drawn path. */
import type * as Plot from '@observablehq/plot';
import type { LineTip } from './plotTips.ts';

/** In each, the points' own are separated. */
const SEPARATOR = '|';

/**
 * To be spread into the options of a Plot.line that is one path. `at` and `values`: texts for each point that is drawn, in
 * order; `axis` names what `at` counts.
 */
export function lineTips(name: string, axis: string, at: string[], values: string[]): { render: Plot.RenderFunction } {
  return {
    render(index, scales, channels, dimensions, context, next) {
      const drawn = next?.(index, scales, channels, dimensions, context) ?? null;
      const path = drawn?.localName === 'path' ? drawn : drawn?.querySelector('path');
      const { x = [], y = [] } = channels as { x?: ArrayLike<number>; y?: ArrayLike<number> };
      const places = Array.from({ length: x.length }, (_, point) => ({ x: x[point] ?? NaN, y: y[point] ?? NaN })).filter((place) => Number.isFinite(place.y));
      const tip: LineTip = { name, axis, at, values, x: places.map((place) => place.x), y: places.map((place) => place.y) };
      for (const [attribute, value] of Object.entries(lineTipAttributes(tip))) path?.setAttribute(attribute, value);
      return drawn;
    },
  };
}

/** The attributes of a path that say a tip; places in whole pixels. */
export function lineTipAttributes({ name, axis, at, values, x, y }: LineTip): Record<string, string> {
  const pixels = (places: number[]) => places.map((place) => Math.round(place)).join(SEPARATOR);
  return {
    'data-name': name,
    'data-axis': axis,
    'data-at': at.join(SEPARATOR),
    'data-values': values.join(SEPARATOR),
    'data-x': pixels(x),
    'data-y': pixels(y),
  };
}

/** What the attributes of a path say. */
export function lineTipsOf(path: Element): LineTip {
  const text = (name: string) => path.getAttribute(`data-${name}`) ?? '';
  const list = (name: string) => (text(name) === '' ? [] : text(name).split(SEPARATOR));
  return { name: text('name'), axis: text('axis'), at: list('at'), values: list('values'), x: list('x').map(Number), y: list('y').map(Number) };
}
