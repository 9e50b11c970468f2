/** What a pointer on a line is told: one text for each of its points, and where these stand (hover.ts). */
import type * as Plot from '@observablehq/plot';

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
      path?.setAttribute('data-name', name);
      path?.setAttribute('data-at', [axis, ...at].join('|'));
      path?.setAttribute('data-values', values.join('|'));
      path?.setAttribute('data-x', places.map((place) => Math.round(place.x)).join(' '));
      return drawn;
    },
  };
}

/** The same plot in two sizes says its values once: the second refers to the first by the order of their lines. */
export function shareTips(first: Element, second: Element): void {
  if (first === second) return;
  second.querySelectorAll('path[data-values]').forEach((path, index) => {
    for (const name of ['data-name', 'data-at', 'data-values']) path.removeAttribute(name);
    path.setAttribute('data-line', String(index));
  });
}
