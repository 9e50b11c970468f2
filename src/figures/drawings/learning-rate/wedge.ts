/** Gradient descent on a chain of equal weights, from every start and at every rate: where it arrives, where it diverges, where it hardly moves. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Where a chain of weights learns';
export const description =
  'Three maps, for chains of 2, 4 and 8 weights. Across: the weight at which all begin, from a quarter to 4; up: the learning rate, from 0.00001 to 10, both on logarithmic scales. ' +
  'The region that learns is a wedge that opens to the lower right. Above it training diverges; to its left and below it hardly moves. ' +
  'The upper border is level for starts below 1 and falls for starts above 1, gently for 2 weights, steeply for 8. A dashed line, the rule in the text, runs along it.';

const CHAINS = [2, 4, 8];
const UPDATES = 1000;
/** Powers of 2 of the start, powers of 10 of the rate. */
const [STARTS, RATES] = [[-2, 2] as const, [-5, 1] as const];
const [COLUMNS, ROWS] = [40, 36];
const FRAME = { left: 40, top: 28, width: 130, height: 156, x: STARTS, y: RATES };
const QUIET = { fill: 'var(--fc-text-quiet)' };

type Fate = 'learns' | 'diverges' | 'too slow';
const LOOKS: Partial<Record<Fate, Record<string, string>>> = {
  learns: { fill: 'var(--series-1)', 'fill-opacity': '0.5' },
  diverges: { fill: 'var(--series-2)', 'fill-opacity': '0.22' },
};

export function draw(document: Document): SVGElement[] {
  return CHAINS.map((layers) => panel(document, layers));
}

function panel(document: Document, layers: number): SVGElement {
  const { place, curve } = axes(document, FRAME);
  const svg = drawing(document, 176, 222);
  const [left, bottom] = place(STARTS[0], RATES[0]);
  svg.append(
    textElement(document, `${layers} weights`, { class: 'drawing-heading', x: FRAME.left, y: 14 }),
    ...Object.entries(LOOKS).map(([fate, look]) => svgElement(document, 'path', { d: cells(layers, fate as Fate, place), ...look })),
    curve((power) => Math.log10(limit(2 ** power, layers)), { stroke: 'currentColor', 'stroke-dasharray': '5 3', 'stroke-width': '1.6' }),
    svgElement(document, 'path', { d: `M${at(left, FRAME.top)}V${bottom}H${FRAME.left + FRAME.width}`, stroke: 'var(--fc-line-strong)', fill: 'none' }),
    ...[-2, -1, 0, 1, 2].map((power) =>
      textElement(document, START_MARKS[power + 2]!, { x: place(power, 0)[0], y: bottom + 16, 'text-anchor': 'middle', ...QUIET }),
    ),
    ...[-4, -2, 0].map((power) =>
      formula(document, power === 0 ? '1' : `10^{${power}}`, { x: left - 6, y: place(0, power)[1] + 4, 'text-anchor': 'end', ...QUIET }),
    ),
    textElement(document, 'weights at the start', { x: FRAME.left + FRAME.width, y: bottom + 34, 'text-anchor': 'end', ...QUIET }),
    formula(document, 'η', { x: left - 6, y: FRAME.top + 12, 'text-anchor': 'end', ...QUIET }),
    ...WORDS.map(([fate, x, y]) => textElement(document, fate, { x: place(x, y)[0], y: place(x, y)[1], 'text-anchor': 'middle' })),
  );
  return svg;
}

const START_MARKS = ['¼', '½', '1', '2', '4'];
const WORDS: [Fate, number, number][] = [
  ['diverges', 1.1, 0.5],
  ['learns', -0.2, -2.3],
  ['too slow', -1.2, -4.7],
];

/** The rule: the curvature at the minimum for small starts, the first step for large ones. */
function limit(start: number, layers: number): number {
  return Math.min(2 / layers, 2 / start ** (2 * layers - 2));
}

/** The cells of this fate as one path, runs of a column in one piece. */
function cells(layers: number, fate: Fate, place: (x: number, y: number) => readonly [number, number]): string {
  const [wide, high] = [(STARTS[1] - STARTS[0]) / COLUMNS, (RATES[1] - RATES[0]) / ROWS];
  let d = '';
  for (let column = 0; column < COLUMNS; column++) {
    let from: number | undefined;
    for (let row = 0; row <= ROWS; row++) {
      const [x, y] = [STARTS[0] + column * wide, RATES[0] + row * high];
      const isIt = row < ROWS && fateOf(2 ** (x + wide / 2), 10 ** (y + high / 2), layers) === fate;
      if (isIt) from ??= y;
      if (isIt || from === undefined) continue;
      const [[x1, y1], [x2, y2]] = [place(x, from), place(x + wide, y)];
      d += `M${at(x1, y1)}H${Math.round(x2 * 10) / 10}V${Math.round(y2 * 10) / 10}H${Math.round(x1 * 10) / 10}Z`;
      from = undefined;
    }
  }
  return d;
}

/** Gradient descent on half the squared error, for a product that should be 1. Equal weights stay equal. */
function fateOf(start: number, rate: number, layers: number): Fate {
  let w = start;
  for (let update = 0; update < UPDATES; update++) {
    w -= rate * (w ** layers - 1) * w ** (layers - 1);
    if (!(Math.abs(w) < FAR)) return 'diverges';
  }
  return (w ** layers - 1) ** 2 < 0.5 ? 'learns' : 'too slow';
}

/** Nothing comes back from there. */
const FAR = 1e6;
