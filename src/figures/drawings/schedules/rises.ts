/** What roughness counts: of a curve that falls, its rises. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'What roughness counts';
export const description =
  'Two curves of the loss over fifteen readings from the same start to the same end. The left one goes up four times on its way down; these rises are drawn thick, and together they are its roughness times the number of steps. The right one falls all the way, steeply at first; it has no rises, and its roughness is zero.';

const ROUGH = [1, 0.72, 0.78, 0.52, 0.41, 0.53, 0.36, 0.3, 0.39, 0.27, 0.22, 0.2, 0.25, 0.17, 0.15];
const SMOOTH = ROUGH.map((_, reading) => 0.15 + 0.85 * (1 - reading / (ROUGH.length - 1)) ** 3);

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'Four rises', ROUGH), panel(document, 'None', SMOOTH)];
}

function panel(document: Document, heading: string, values: readonly number[]): SVGElement {
  const svg = drawing(document, 280, 176);
  const { element, place } = axes(document, { left: 6, top: 30, width: 262, height: 118, x: [0, values.length - 1], y: [0, 1.05] });
  const points = values.map((value, reading) => at(...place(reading, value)));
  const rises = points.flatMap((point, reading) => (reading > 0 && values[reading]! > values[reading - 1]! ? [`M${points[reading - 1]!}L${point}`] : []));
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    element,
    svgElement(document, 'path', { d: `M${points.join('L')}`, fill: 'none', stroke: 'var(--series-1)', 'stroke-width': '1.6' }),
    ...(rises.length > 0 ? [svgElement(document, 'path', { d: rises.join(''), fill: 'none', stroke: 'var(--series-2)', 'stroke-width': '4.5' })] : []),
    textElement(document, 'readings of the loss', { x: 268, y: 168, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
