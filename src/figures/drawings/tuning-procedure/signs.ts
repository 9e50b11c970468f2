/** Six ways in which the loss can go over the updates, each with the number to compare it with: the loss of chance, as a dashed line. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Six curves and what they may say';
export const description =
  'Six small sheets with the loss over the updates, a dashed line in each at the loss of chance. At chance: the curve stays on the line. A plateau: it stays there for long, then falls. Divergence: it rises out of the sheet. ' +
  'Slow: it falls a little, and evenly. Noise: it falls fast, then swings around one height. By heart: the training loss falls to the bottom, the validation loss falls first and then rises above chance.';

const SHEET = { width: 112, height: 84, gap: { x: 18, y: 42 }, top: 20 };
const COLUMNS = 3;
const CHANCE = 0.7;
const POINTS = 90;

/** Height of the loss at a share of the time, both from 0 to 1. */
type Curve = (time: number) => number;

const SIGNS: readonly { name: string; curves: readonly Curve[] }[] = [
  { name: 'at chance', curves: [(time) => CHANCE + 0.012 * wave(19 * time)] },
  { name: 'a plateau', curves: [(time) => 0.06 + (CHANCE - 0.06) / (1 + fall(16 * (0.62 - time)))] },
  { name: 'divergence', curves: [(time) => CHANCE + 0.02 * fall(-7.5 * time)] },
  { name: 'slow', curves: [(time) => CHANCE - 0.16 * time] },
  { name: 'noise', curves: [(time) => 0.26 + (CHANCE - 0.26) * fall(14 * time) + 0.07 * (1 - fall(14 * time)) * wave(47 * time) * wave(31 * time + 1)] },
  { name: 'by heart', curves: [(time) => 0.03 + (CHANCE - 0.03) * fall(5 * time), (time) => 0.5 + (CHANCE - 0.5) * fall(9 * time) + 0.42 * time * time] },
];

export function draw(document: Document): SVGElement {
  const { width, height, gap, top } = SHEET;
  const rows = Math.ceil(SIGNS.length / COLUMNS);
  const svg = drawing(document, COLUMNS * (width + gap.x), rows * (height + gap.y));
  SIGNS.forEach(({ name, curves }, index) => {
    const [x, y] = [(index % COLUMNS) * (width + gap.x) + 1, Math.floor(index / COLUMNS) * (height + gap.y) + top];
    const place = (time: number, loss: number): readonly [number, number] => [x + time * width, y + (1 - loss) * height];
    svg.append(
      svgElement(document, 'rect', { x, y, width, height, fill: 'var(--fc-surface)', stroke: 'var(--fc-line-strong)' }),
      svgElement(document, 'path', {
        d: `M${at(...place(0, CHANCE))}L${at(...place(1, CHANCE))}`,
        stroke: 'var(--fc-text-quiet)',
        'stroke-dasharray': '4 3',
      }),
      ...curves.map((curve, series) =>
        svgElement(document, 'path', {
          d: path(curve, place),
          fill: 'none',
          stroke: `var(--series-${series + 1})`,
          'stroke-width': 1.8,
          'stroke-dasharray': series > 0 ? '7 3' : undefined,
        }),
      ),
      textElement(document, name, { x, y: y - 7, 'font-weight': '600' }),
    );
  });
  const last = SHEET.top + height + gap.y;
  svg.append(
    textElement(document, 'updates →', { x: width, y: last + height + 16, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'validation', { x: 2 * (width + gap.x) + 34, y: last + 12, fill: 'var(--series-2)' }),
    textElement(document, 'training', { x: 2 * (width + gap.x) + 50, y: last + height - 22, fill: 'var(--series-1)' }),
  );
  return svg;
}

/** As far as the curve stays on the sheet. */
function path(curve: Curve, place: (time: number, loss: number) => readonly [number, number]): string {
  const times = Array.from({ length: POINTS + 1 }, (_, point) => point / POINTS);
  const end = times.findIndex((time) => curve(time) > 1);
  return (
    'M' +
    times
      .slice(0, end === -1 ? undefined : end)
      .map((time) => at(...place(time, curve(time))))
      .join('L')
  );
}

function fall(time: number): number {
  return Math.exp(-time);
}

function wave(angle: number): number {
  return Math.sin(angle);
}
