/** The loss of one example over the lead of its class in the logits: with a hard label it falls for ever, with a soft one it has a lowest point. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'A soft label has a lowest point';
export const description =
  'The cross-entropy of one example of ten classes, over how far the logit of its class is ahead of the nine others. With a hard label the loss falls towards zero and never rises. ' +
  'With a label smoothed by 0.1 it is lowest at a lead of 4.5 and rises along a line behind it; smoothed by 0.3, at a lead of 3.2.';

const FRAME = { left: 30, top: 18, width: 330, height: 200, x: [0, 10], y: [0, 2.6] } as const;
const CLASSES = 10;
const SMOOTHING = [0, 0.1, 0.3] as const;
const DASHES = [undefined, '7 3', '2 3'] as const;

export function draw(document: Document): SVGElement {
  const sheet = axes(document, FRAME, { xTicks: [0, 2, 4, 6, 8, 10], yTicks: [1, 2] });
  const svg = drawing(document, 400, 266);
  svg.append(
    sheet.element,
    ...SMOOTHING.map((s, index) => sheet.curve((lead) => loss(lead, s), { stroke: `var(--series-${index + 1})`, 'stroke-dasharray': DASHES[index] })),
    ...SMOOTHING.map((s, index) => {
      const [x, y] = sheet.place(7.3, loss(7.3, s));
      return textElement(document, s === 0 ? 'hard' : `smoothed by ${s}`, { x, y: y - 12, 'text-anchor': 'end', fill: `var(--series-${index + 1})` });
    }),
    ...SMOOTHING.slice(1).map((s, index) => {
      const lead = Math.log((1 - s + s / CLASSES) / (s / CLASSES));
      const [cx, cy] = sheet.place(lead, loss(lead, s));
      return svgElement(document, 'circle', { cx, cy, r: 4, fill: `var(--series-${index + 2})` });
    }),
    textElement(document, 'lead of the right class in the logits', { x: 360, y: 258, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'loss', { x: 38, y: 26, fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}

function loss(lead: number, s: number): number {
  const whole = Math.log(Math.exp(lead) + CLASSES - 1);
  return whole - (1 - s + s / CLASSES) * lead;
}
