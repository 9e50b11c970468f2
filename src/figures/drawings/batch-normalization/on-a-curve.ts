/** What batch normalization does to the sums of one unit over a batch: three axes with the same seven examples. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Graded on a curve';
export const description =
  'Three number lines with seven dots each, one for each example of a batch; one example is marked on all three. On the first the dots lie between 4 and 16, around a mean of 10. ' +
  'On the second, with the mean taken away and divided by the standard deviation, they lie between minus 1.5 and 1.5, around 0, in the same order and proportions. On the third, times a learned gamma of one half and plus a learned beta of 1, they lie closer together around 1.';

const SIZE = { width: 412, height: 250 };
const SUMS = [4, 6, 7, 10, 12, 15, 16];
const MARKED = 5;
const GAMMA = 0.5;
const BETA = 1;
const LEFT = 16;
const RIGHT = 396;

export function draw(document: Document): SVGElement {
  const mean = SUMS.reduce((sum, z) => sum + z, 0) / SUMS.length;
  const deviation = Math.sqrt(SUMS.reduce((sum, z) => sum + (z - mean) ** 2, 0) / SUMS.length);
  const normalized = SUMS.map((z) => (z - mean) / deviation);
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(
    ...line(document, 52, 'z_i', 'the unit’s sums over the batch', SUMS, [2, 18], [5, 10, 15]),
    ...line(document, 136, 'ẑ_i', 'less the mean, divided by the deviation', normalized, [-3, 3], [-2, -1, 0, 1, 2]),
    ...line(
      document,
      220,
      'u_i',
      'times γ, plus β: both are learned',
      normalized.map((z) => GAMMA * z + BETA),
      [-3, 3],
      [-2, -1, 0, 1, 2],
    ),
  );
  return svg;
}

function line(
  document: Document,
  y: number,
  name: string,
  words: string,
  values: readonly number[],
  [low, high]: readonly [number, number],
  ticks: readonly number[],
): SVGElement[] {
  const x = (value: number) => LEFT + ((RIGHT - LEFT) * (value - low)) / (high - low);
  return [
    formula(document, name, { x: 0, y: y - 26 }),
    textElement(document, words, { x: 24, y: y - 26 }),
    svgElement(document, 'path', { d: `M${at(LEFT, y)}H${RIGHT}`, stroke: 'var(--fc-line-strong)', 'stroke-width': '1' }),
    ...ticks.flatMap((value) => [
      svgElement(document, 'path', { d: `M${at(x(value), y - 3)}v6`, stroke: 'var(--fc-line-strong)', 'stroke-width': '1' }),
      textElement(document, String(value).replace('-', '−'), { x: x(value), y: y + 18, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
    ]),
    ...values.map((value, index) =>
      svgElement(document, 'circle', {
        cx: x(value),
        cy: y - 8,
        r: index === MARKED ? 6 : 4.5,
        fill: index === MARKED ? 'var(--series-2)' : 'var(--series-1)',
      }),
    ),
  ];
}
