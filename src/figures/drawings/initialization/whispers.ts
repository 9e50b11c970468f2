/** What becomes of a signal's mean square over ten layers, by the factor that each of them has. */
import { drawing, textElement, svgElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Factors compound';
export const description =
  'The mean square of a signal over ten layers, on a logarithmic scale: straight lines. With a factor of 8 per layer it rises to more than a hundred million times its start, with 1 it stays, ' +
  'with one half it falls to two thousandths, with 0.08 to about a ten thousand millionth.';

const SIZE = { width: 400, height: 250 };
const FACTORS = [8, 1, 0.5, 0.08];
const LAYERS = 10;

export function draw(document: Document): SVGElement {
  const sheet = axes(document, { left: 58, top: 34, width: 262, height: 190, x: [1, LAYERS], y: [-10.5, 8.5] }, {});
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, 'Mean square of the signal, layer 1 = 1', { class: 'drawing-heading', x: 0, y: 14 }), sheet.element);
  for (const layer of [1, LAYERS]) {
    const [x] = sheet.place(layer, 0);
    svg.append(textElement(document, `layer ${String(layer)}`, { x, y: 244, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }));
  }
  for (const power of [-10, -5, 0, 5]) {
    const [x, y] = sheet.place(1, power);
    svg.append(formula(document, power === 0 ? '1' : `10^{${String(power)}}`, { x: x - 8, y: y + 5, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }));
  }
  FACTORS.forEach((factor, index) => {
    const color = `var(--series-${index + 1})`;
    const [x, y] = sheet.place(LAYERS, (LAYERS - 1) * Math.log10(factor));
    svg.append(
      sheet.curve((layer) => (layer - 1) * Math.log10(factor), { stroke: color, 'stroke-dasharray': `var(--dash-${index + 1})` }),
      svgElement(document, 'circle', { cx: x, cy: y, r: 3, fill: color }),
      formula(document, `c = ${String(factor)}`, { x: x + 9, y: y + 5, fill: color }),
    );
  });
  return svg;
}
