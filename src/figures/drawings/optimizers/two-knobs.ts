/** What every optimizer decides: which gradients it follows, and what it divides by; shown by the length of a first step against the size of the gradient. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'A first step, and a memory';
export const description =
  'Left: the length of the first step of one weight against the size of its gradient, both on logarithmic scales. That of SGD rises in proportion to the gradient. That of Adam is level, equal to the rate. With a large ε Adam’s rises in proportion for small gradients and is level for large ones. ' +
  'Right: how much each of the last twenty gradients counts. For Adagrad all squares count the same; for RMSprop the last ones count most and older ones fade; for SGD only the last counts.';

export function draw(document: Document): SVGElement[] {
  return [firstStep(document), memories(document)];
}

const SGD = 'var(--series-1)';
const ADAPTIVE = 'var(--series-2)';
const BETWEEN = 'var(--series-3)';

/** Powers of ten: sizes of a gradient from 10⁻⁴ to 10², steps from 10⁻⁵ to 10. SGD at a rate of 0.1, Adam at 0.01. */
function firstStep(document: Document): SVGElement {
  const sheet = axes(document, { left: 46, top: 34, width: 236, height: 160, x: [-4, 2], y: [-5, 1] });
  const svg = drawing(document, 306, 246);
  const [adamRate, largeEpsilon] = [0.01, 0.1];
  const mark = (power: number) => `10^{${power}}`;
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(
    textElement(document, 'Length of the first step', { class: 'drawing-heading', x: 0, y: 14 }),
    svgElement(document, 'path', { d: `M46,34V194H282`, fill: 'none', stroke: 'var(--fc-line-strong)' }),
    ...[-4, -2, 0, 2].map((power) => formula(document, mark(power), { x: sheet.place(power, 0)[0], y: 212, 'text-anchor': 'middle', ...quiet })),
    ...[-4, -2, 0].map((power) => formula(document, mark(power), { x: 40, y: sheet.place(0, power)[1] + 4, 'text-anchor': 'end', ...quiet })),
    textElement(document, 'size of the gradient', { x: 282, y: 232, 'text-anchor': 'end', ...quiet }),
    sheet.curve((x) => x - 1, { stroke: SGD }),
    sheet.curve(() => Math.log10(adamRate), { stroke: ADAPTIVE, 'stroke-dasharray': '6 3' }),
    sheet.curve((x) => Math.log10((adamRate * 10 ** x) / (10 ** x + largeEpsilon)), { stroke: BETWEEN, 'stroke-dasharray': '2 3' }),
    textElement(document, 'SGD', { x: sheet.place(0.55, 0)[0], y: sheet.place(0, 0.25)[1], fill: SGD, 'text-anchor': 'end' }),
    textElement(document, 'Adam', { x: sheet.place(-4, 0)[0] + 8, y: sheet.place(0, -2)[1] - 7, fill: ADAPTIVE }),
    formula(document, '"Adam, large "ε', { x: sheet.place(-1.7, 0)[0], y: sheet.place(0, -4)[1], fill: BETWEEN }),
  );
  return svg;
}

const LAST = 20;

/** What share of the largest weight a gradient has that is `age` updates old. */
const MEMORIES: { name: string; weight: (age: number) => number; color: string }[] = [
  { name: 'SGD: the last gradient', weight: (age) => (age === 0 ? 1 : 0), color: SGD },
  { name: 'RMSprop: squares, fading', weight: (age) => 0.8 ** age, color: BETWEEN },
  { name: 'Adagrad: all squares', weight: () => 1, color: ADAPTIVE },
];

function memories(document: Document): SVGElement {
  const svg = drawing(document, 290, 246);
  const [height, gap, width] = [36, 66, 9];
  svg.append(textElement(document, 'How much the last gradients count', { class: 'drawing-heading', x: 0, y: 14 }));
  MEMORIES.forEach(({ name, weight, color }, row) => {
    const foot = 52 + height + row * gap;
    svg.append(textElement(document, name, { x: 0, y: foot - height - 7, fill: color }));
    for (let age = 0; age < LAST; age++) {
      const bar = height * weight(age);
      const x = (LAST - 1 - age) * (width + 5);
      svg.append(svgElement(document, 'rect', { x, y: foot - Math.max(bar, 1), width, height: Math.max(bar, 1), fill: color }));
    }
  });
  svg.append(
    textElement(document, 'older', { x: 0, y: 238, fill: 'var(--fc-text-quiet)' }),
    textElement(document, 'now', { x: 280, y: 238, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
  );
  return svg;
}
