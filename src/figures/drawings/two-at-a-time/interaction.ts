/** Four corners of a grid as two lines: parallel where two hyperparameters do not interact, and not parallel where they do. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Parallel, or not';
export const description =
  'Two charts of a loss at two values of one hyperparameter, with a line for each of two values of another. Left, both lines rise by as much and are parallel. ' +
  'Right, one line rises steeply and the other hardly: what the first hyperparameter does depends on the second. A dashed line, parallel to the lower one, starts where the upper one starts; ' +
  'a bracket between its end and that of the upper line is the interaction.';

const FRAME = { left: 16, top: 34, width: 196, height: 160, x: [0, 1], y: [0, 1] } as const;
const FROM = 0.15;
const TO = 0.8;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'no interaction', [0.15, 0.5], [0.4, 0.75]), panel(document, 'an interaction', [0.15, 0.28], [0.3, 0.9])];
}

/** Losses at the two values, of either line. */
function panel(document: Document, heading: string, low: readonly [number, number], high: readonly [number, number]): SVGElement {
  const sheet = axes(document, FRAME, { y: '"loss"' });
  const svg = drawing(document, 292, 236);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  const line = ([from, to]: readonly [number, number], attributes: object) =>
    svgElement(document, 'path', { d: `M${at(...sheet.place(FROM, from))}L${at(...sheet.place(TO, to))}`, fill: 'none', 'stroke-width': '2', ...attributes });
  const dots = ([from, to]: readonly [number, number], fill: string) =>
    [sheet.place(FROM, from), sheet.place(TO, to)].map(([cx, cy]) => svgElement(document, 'circle', { cx, cy, r: 4, fill }));
  const end = (name: string, y: number, fill: string) => {
    const [x, top] = sheet.place(TO, y);
    return textElement(document, name, { x: x + 10, y: top + 4, fill, 'font-weight': '600' });
  };
  const [left, bottom] = sheet.place(FROM, 0);
  const [right] = sheet.place(TO, 0);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    line(low, { stroke: 'var(--series-1)' }),
    line(high, { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' }),
    ...dots(low, 'var(--series-1)'),
    ...dots(high, 'var(--series-2)'),
    end('a', low[1], 'var(--series-1)'),
    end('b', high[1], 'var(--series-2)'),
    textElement(document, 'c', { x: left, y: bottom + 18, 'text-anchor': 'middle' }),
    textElement(document, 'd', { x: right, y: bottom + 18, 'text-anchor': 'middle' }),
  );
  const parallel = high[0] + low[1] - low[0];
  if (high[1] - parallel > 0.05) {
    const [x, top] = sheet.place(TO, high[1]);
    const [, foot] = sheet.place(TO, parallel);
    svg.append(
      line([high[0], parallel], { stroke: 'var(--fc-line-strong)', 'stroke-width': '1.2', 'stroke-dasharray': '2 3' }),
      svgElement(document, 'path', { d: `M${x + 24},${top}h5V${foot}h-5`, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.2' }),
      textElement(document, 'interaction', { x: x + 34, y: (top + foot) / 2 + 4, ...quiet }),
    );
  }
  return svg;
}
