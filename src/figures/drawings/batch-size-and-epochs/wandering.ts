/** Gradient descent in a bowl: with the gradient of all examples, and with noisy gradients of small batches. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Settling and wandering';
export const description =
  'Two bowls seen from above, as nested ellipses around a minimum. Left: with the gradient of all examples the path runs in shrinking steps into the minimum and stops there. ' +
  'Right: with gradients of small batches the path starts the same way, then wanders about within a region around the minimum, drawn as a shaded disc, and never settles.';

const SIZE = { width: 320, height: 230 };
const CENTRE = { x: 190, y: 128 };
/** How fast the bowl rises along its two axes. */
const CURVATURE = { x: 0.5, y: 1 };
const RATE = 0.28;
const START = { x: -168, y: -84 };

export function draw(document: Document): SVGElement[] {
  return [bowl(document, 'All examples: it settles', () => 0, 26), bowl(document, 'Small batches: it wanders', noise(), 60)];
}

function bowl(document: Document, heading: string, push: () => number, updates: number): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }));
  for (const radius of [26, 52, 78, 104]) {
    svg.append(
      svgElement(document, 'ellipse', { cx: CENTRE.x, cy: CENTRE.y, rx: radius * 1.22, ry: radius * 0.86, fill: 'none', stroke: 'var(--fc-line-strong)' }),
    );
  }
  const path = [START];
  for (let update = 0; update < updates; update++) {
    const { x, y } = path[update]!;
    path.push({ x: x - RATE * (CURVATURE.x * x + push()), y: y - RATE * (CURVATURE.y * y + push()) });
  }
  if (updates > 30) svg.append(svgElement(document, 'circle', { cx: CENTRE.x, cy: CENTRE.y, r: 44, fill: 'var(--series-2)', 'fill-opacity': '0.16' }));
  const places = path.map(({ x, y }) => at(CENTRE.x + x, CENTRE.y + y));
  svg.append(
    svgElement(document, 'path', { d: `M${places.join('L')}`, fill: 'none', stroke: 'var(--series-1)', 'stroke-width': '1.4', 'stroke-linejoin': 'round' }),
    ...path.map(({ x, y }) => svgElement(document, 'circle', { cx: CENTRE.x + x, cy: CENTRE.y + y, r: 1.9, fill: 'var(--series-1)' })),
    svgElement(document, 'path', { d: `M${at(CENTRE.x - 5, CENTRE.y)}h10M${at(CENTRE.x, CENTRE.y - 5)}v10`, stroke: 'currentColor', 'stroke-width': '1.6' }),
  );
  return svg;
}

/** Pushes between −90 and 90 in an order that looks random and is the same each time: a linear congruential generator. */
function noise(): () => number {
  let state = 7;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648 - 0.5) * 180;
  };
}
