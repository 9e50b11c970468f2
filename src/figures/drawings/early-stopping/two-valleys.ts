/**
 * Two valleys make a double descent: what each group of features adds to the expected test loss of a linear network over the updates, and their sum. The 16 + 4 features of the chapter's
 * experiment, in closed form for so many examples that their sample covariance is the true one; features of one group all have the same mean square.
 */
import { drawing, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Two valleys, one after the other';
export const description =
  'Three curves over the number of updates, on a logarithmic axis. What the large features add falls within a few updates to a lowest point and rises to a plateau. What the small features add stays high for some hundred updates and then falls. ' +
  'Their sum falls, rises, stays high, and falls again to below its first minimum.';

const FRAME = { left: 26, top: 24, width: 344, height: 176, x: [0, 3.8], y: [0, 2.2] } as const;
const [RATE, NOISE, EXAMPLES] = [0.1, 1, 40];
/** Number of features, their mean square, and what the true weights add to the variance of y. */
const [LARGE, SMALL] = [
  { count: 16, square: 1, signal: 1 },
  { count: 4, square: 0.0025, signal: 1 },
];
type Group = typeof LARGE;

export function draw(document: Document): SVGElement[] {
  const sheet = axes(document, FRAME, { yTicks: [1, 2] });
  const svg = drawing(document, 390, 238);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    sheet.element,
    sheet.curve((power) => added(LARGE, power), { stroke: 'var(--series-1)', 'stroke-dasharray': '6 3' }),
    sheet.curve((power) => added(SMALL, power), { stroke: 'var(--series-2)', 'stroke-dasharray': '2 3' }),
    sheet.curve((power) => added(LARGE, power) + added(SMALL, power), { stroke: 'currentColor' }),
    textElement(document, 'large features', { x: sheet.place(1.3, 0)[0], y: sheet.place(0, 0.5)[1], fill: 'var(--series-1)' }),
    textElement(document, 'small features', { x: sheet.place(1.3, 0)[0], y: sheet.place(0, 1.07)[1], fill: 'var(--series-2)' }),
    textElement(document, 'together', { x: sheet.place(1.3, 0)[0], y: sheet.place(0, 1.97)[1] }),
    textElement(document, 'test loss above the noise', { x: 4, y: 13, ...quiet }),
    ...[0, 1, 2, 3].map((power) =>
      textElement(document, (10 ** power).toLocaleString('en'), { x: sheet.place(power, 0)[0], y: 217, 'text-anchor': 'middle', ...quiet }),
    ),
    textElement(document, 'updates', { x: 370, y: 234, 'text-anchor': 'end', ...quiet }),
  );
  return [svg];
}

/** What a group still lacks of its signal, squared, and the noise that it has taken in; the other group's signal is noise to it while it is not learned. */
function added({ count, square, signal }: Group, power: number): number {
  const share = 1 - (1 - 2 * RATE * square) ** (10 ** power);
  const noise = square === LARGE.square ? NOISE + SMALL.signal * (1 - 2 * RATE * SMALL.square) ** (2 * 10 ** power) : NOISE;
  return (1 - share) ** 2 * signal + (share ** 2 * count * noise) / EXAMPLES;
}
