/** A weight that the loss does not need, and what three rules make of it: the two of L2, and weight decay. Computed by the rules themselves. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes, type Axes } from '../parts/axes.ts';

export const title = 'A weight that only the penalty sees';
export const description =
  'Two panels with the number of updates to the right and the weight upwards, from 0.05 on. Left, a weak penalty: SGD with L2 and AdamW hardly move the weight, while Adam with L2 takes it to zero along an almost straight line in some twenty updates. ' +
  'Right, a penalty a hundred times as strong: now SGD with L2 and AdamW let the weight fall along curves; that of Adam with L2 is the same as before.';

const UPDATES = 60;
const START = 0.05;
const RULES = ['SGD, L2', 'Adam, L2', 'AdamW'] as const;
const DASHES = [undefined, '7 3', '2 3'] as const;

export function draw(document: Document): SVGElement[] {
  return [panel(document, 'λ = 0.0001', 0.0001), panel(document, 'λ = 0.01, a hundred times', 0.01)];
}

/** Rates that are usual for each: 0.5 for SGD, 0.003 for Adam. AdamW decays by 500 λ, so that at the larger λ its curve can be seen. */
function paths(strength: number): number[][] {
  const [sgd, adam] = [0.5, 0.003];
  const multiplied = (factor: number) => Array.from({ length: UPDATES + 1 }, (_, t) => START * factor ** t);
  return [multiplied(1 - 2 * sgd * strength), adamPath(adam, strength), multiplied(1 - adam * 500 * strength)];
}

/** Adam on the gradient 2λw alone. */
function adamPath(rate: number, strength: number): number[] {
  const path = [START];
  let [w, mean, square] = [START, 0, 0];
  for (let t = 1; t <= UPDATES; t++) {
    const gradient = 2 * strength * w;
    mean = 0.9 * mean + 0.1 * gradient;
    square = 0.999 * square + 0.001 * gradient * gradient;
    w -= (rate * (mean / (1 - 0.9 ** t))) / Math.sqrt(square / (1 - 0.999 ** t));
    path.push(w);
  }
  return path;
}

function panel(document: Document, heading: string, strength: number): SVGElement {
  const sheet = axes(
    document,
    { left: 44, top: 30, width: 250, height: 150, x: [0, UPDATES], y: [-0.02, 0.066] },
    { x: '"updates"', xTicks: [20, 40], yTicks: [0.05], y: 'w' },
  );
  const svg = drawing(document, 306, 226);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    ...paths(strength).map((path, index) => line(document, sheet, path, index)),
    sheet.element,
    ...RULES.map((name, index) =>
      textElement(document, `${['—', '- -', '···'][index]!} ${name}`, { x: 44 + index * 92, y: 216, fill: `var(--series-${index + 1})` }),
    ),
  );
  return svg;
}

function line(document: Document, { place }: Axes, path: readonly number[], index: number): SVGElement {
  return svgElement(document, 'path', {
    d: `M${path.map((w, t) => at(...place(t, w))).join('L')}`,
    fill: 'none',
    stroke: `var(--series-${index + 1})`,
    'stroke-width': '2',
    'stroke-dasharray': DASHES[index],
  });
}
