/** A narrow peak measured at 35 wavelengths: a sketch of the bell curve, and how a step up and a step down make a peak of another shape. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Two families of peaks';
export const description =
  'Left: a bell curve over wavelengths from 400 to 500 nanometres. A bracket at the foot marks its position near 451.5, a double arrow its width, about 4 to either side. ' +
  'Right: two smooth steps, one up and one down a little later, drawn dashed; their sum, drawn solid, is a peak too, with other feet.';

const FRAME = { left: 34, top: 34, width: 284, height: 160 };
/** NIST's certified values, rounded. */
const BELL = { height: 0.38, at: 451.54, width: 4.09 };

export function draw(document: Document): SVGElement[] {
  return [bell(document), steps(document)];
}

function bell(document: Document): SVGElement {
  const svg = drawing(document, 330, 224);
  const sheet = axes(document, { ...FRAME, x: [425, 500], y: [0, 0.42] }, { x: '"wavelength (nm)"', xTicks: [430, 450, 470, 490], yTicks: [0.2, 0.4] });
  const at = (x: number) => BELL.height * Math.exp(-0.5 * ((x - BELL.at) / BELL.width) ** 2);
  const [left, level] = sheet.place(BELL.at - BELL.width, at(BELL.at - BELL.width));
  const [middle] = sheet.place(BELL.at, 0);
  const [, foot] = sheet.place(BELL.at, 0);
  svg.append(
    textElement(document, 'NIST: a bell, three numbers', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(at),
    svgElement(document, 'path', {
      d: `M${middle},${foot}V${sheet.place(BELL.at, at(BELL.at))[1]}`,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-dasharray': '4 3',
    }),
    svgElement(document, 'path', { d: `M${left},${level}H${middle}`, fill: 'none', stroke: 'var(--series-2)', 'stroke-width': '2' }),
    formula(document, 'β_2', { x: left - 6, y: level + 4, 'text-anchor': 'end', fill: 'var(--series-2)' }),
    formula(document, 'β_3', { x: middle + 6, y: foot - 24 }),
  );
  return svg;
}

function steps(document: Document): SVGElement {
  const svg = drawing(document, 330, 224);
  const sheet = axes(document, { ...FRAME, x: [-5, 5], y: [-1.15, 1.5] }, { x: 'x' });
  const up = (x: number) => 0.5 * Math.tanh(2 * (x + 0.7));
  const down = (x: number) => -0.5 * Math.tanh(2 * (x - 0.7));
  svg.append(
    textElement(document, 'Two tanh units: up, and down again', { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    sheet.curve(up, { stroke: 'var(--series-2)', 'stroke-width': '1.5', 'stroke-dasharray': '6 4' }),
    sheet.curve(down, { stroke: 'var(--series-3)', 'stroke-width': '1.5', 'stroke-dasharray': '2 3' }),
    sheet.curve((x) => up(x) + down(x), { 'stroke-width': '2.4' }),
  );
  return svg;
}
