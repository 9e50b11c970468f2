/** Example A in the network of the exercise: values on the way forward, δ on the way back. */
import { drawing, textElement } from '../../parts/svg.ts';
import { arrow, type Point } from '../parts/arrow.ts';
import { formula } from '../parts/formula.ts';
import { column, unit } from '../parts/unit.ts';

export const title = 'Example A on its way forward and back';
export const description =
  'The network of the exercise twice: two features, four hidden units, one output. Left, forward: the features are −1 and 1, the hidden activations 0, 1, 0 and 2, the output 2, which is 1 too high. ' +
  'Right, backward: the output has δ = 1. Along the weights 1, 0, −1 and 2 it hands back 1, 0, −1 and 2. Units 1 and 3 are silent and block it, unit 2 gets 0 because its weight is 0, unit 4 gets 2.';

const ACTIVATIONS = [0, 1, 0, 2];
const WEIGHTS = [1, 0, -1, 2];
const DELTAS = [0, 0, 0, 2];
const SIZE = { width: 278, height: 270 };
const RADIUS = 19;
const FEATURES = column(2, 148, 84).map((y): Point => [24, y]);
const HIDDEN = column(4, 148, 62).map((y): Point => [132, y]);
const OUTPUT: Point = [240, 148];
const FORWARD = 'var(--series-1)';
const BACKWARD = 'var(--series-2)';

export function draw(document: Document): SVGElement[] {
  return [forward(document), backward(document)];
}

function forward(document: Document): SVGElement {
  const active = (index: number) => (ACTIVATIONS[index] === 0 ? 'var(--fc-line-strong)' : FORWARD);
  return panel(
    document,
    'Forward: activations',
    ...HIDDEN.flatMap((to, index) => FEATURES.map((from) => arrow(document, from, to, { gap: RADIUS + 2, color: active(index) }))),
    ...HIDDEN.map((from, index) => arrow(document, from, OUTPUT, { gap: RADIUS + 2, color: active(index) })),
    ...FEATURES.map((place, index) => unit(document, place, { name: index === 0 ? '-1' : '1', kind: 'feature', radius: RADIUS })),
    ...HIDDEN.map((place, index) => unit(document, place, { name: String(ACTIVATIONS[index]), radius: RADIUS, color: active(index) })),
    unit(document, OUTPUT, { name: '2', radius: RADIUS, color: FORWARD }),
    formula(document, 'y = 1', { x: OUTPUT[0], y: OUTPUT[1] + 42, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
  );
}

function backward(document: Document): SVGElement {
  const reached = (index: number) => (DELTAS[index] === 0 ? 'var(--fc-line-strong)' : BACKWARD);
  return panel(
    document,
    'Backward: δ, the blame',
    ...HIDDEN.flatMap((to, index) => [
      arrow(document, OUTPUT, to, { gap: RADIUS + 2, color: reached(index), dash: DELTAS[index] === 0 ? '4 4' : undefined }),
      formula(document, String(WEIGHTS[index]), {
        x: (OUTPUT[0] + to[0]) / 2 + 4,
        y: (OUTPUT[1] + to[1]) / 2 - 7,
        'text-anchor': 'middle',
        fill: 'var(--fc-text-quiet)',
      }),
    ]),
    ...HIDDEN.map((place, index) => unit(document, place, { name: String(DELTAS[index]), radius: RADIUS, color: reached(index) })),
    unit(document, OUTPUT, { name: '1', radius: RADIUS, color: BACKWARD }),
    ...HIDDEN.map(([x, y], index) =>
      textElement(document, REASONS[index] ?? '', { x: x - RADIUS - 8, y: y + 4, 'text-anchor': 'end', fill: 'var(--fc-text-quiet)' }),
    ),
    formula(document, 'e = 2 - 1', { x: OUTPUT[0], y: OUTPUT[1] + 42, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
  );
}

const REASONS = ['silent', 'weight 0', 'silent', 'gets 1 · 2 · 1'];

function panel(document: Document, heading: string, ...children: SVGElement[]): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), ...children);
  return svg;
}
