/** What becomes of a weight under each penalty: the weight with it against the weight without it. L2 turns the line, L1 shifts and cuts it. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'A factor and a threshold';
export const description =
  'Two panels, each with the weight without a penalty to the right and the weight with it upwards; a dashed diagonal is where nothing changes. Left, L2: a straight line through the origin, flatter than the diagonal, for a weak and a strong penalty. ' +
  'Right, L1: zero for all weights between minus and plus a threshold, beyond it parallel to the diagonal and lower by the threshold.';

const NAMES = ['weak', 'strong'] as const;
const FRAME = { left: 16, top: 34, width: 250, height: 190, x: [-2.1, 2.1], y: [-2.1, 2.1] } as const;

export function draw(document: Document): SVGElement[] {
  const factor = (share: number) => (w: number) => share * w;
  const threshold = (cut: number) => (w: number) => Math.sign(w) * Math.max(0, Math.abs(w) - cut);
  return [
    panel(
      document,
      'L2: a factor',
      [factor(0.7), factor(0.3)],
      [
        [1.05, 0.95],
        [-1.1, 0.15],
      ],
    ),
    panel(
      document,
      'L1: a threshold',
      [threshold(0.4), threshold(1.2)],
      [
        [1.35, 1.1],
        [-1.1, 0.15],
      ],
    ),
  ];
}

type Curve = (w: number) => number;

/** `labels`: where the names of the curves end, in weights. */
function panel(document: Document, heading: string, curves: readonly Curve[], labels: readonly (readonly [number, number])[]): SVGElement {
  const sheet = axes(document, FRAME, { x: 'w^*', y: 'w', xTicks: [-1, 1], yTicks: [-1, 1] });
  const svg = drawing(document, 290, 232);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.curve((w) => w, { stroke: 'var(--fc-line-strong)', 'stroke-width': '1', 'stroke-dasharray': '4 4' }),
    ...curves.map((curve, index) => sheet.curve(curve, look(index))),
    sheet.element,
    ...NAMES.map((name, index) => {
      const [x, y] = sheet.place(...labels[index]!);
      return textElement(document, name, { x, y, 'text-anchor': 'end', fill: look(index).stroke });
    }),
    origin(document, sheet.place(0, 0)),
  );
  return svg;
}

function look(index: number) {
  return index === 0 ? { stroke: 'var(--series-1)' } : { stroke: 'var(--series-2)', 'stroke-dasharray': '7 3' };
}

function origin(document: Document, [x, y]: readonly [number, number]): SVGElement {
  return svgElement(document, 'path', { d: `M${at(x, y)}h0`, stroke: 'currentColor', 'stroke-width': '4', 'stroke-linecap': 'round' });
}
