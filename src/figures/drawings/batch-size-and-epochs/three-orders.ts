/** Where a parameter stands after each update, when 24 examples pull it to +1 or −1 and come drawn anew each time, dealt out as cards, or sorted by class. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'Three orders of the same examples';
export const description =
  'A parameter over four epochs of twenty-four updates, pulled up by half of the examples and down by the other half; the minimum is in the middle. Drawn with replacement, it wanders about the minimum, at the ends of epochs too. ' +
  'Dealt out like cards, each example once in an epoch, it wanders less, and stands close to the minimum at the end of each epoch. Sorted by class, it swings from one side to the other and ends every epoch on the side of the class that came last.';

const [WIDTH, HEIGHT] = [340, 92];
const [EPOCHS, EXAMPLES, RATE] = [4, 24, 0.04];
const SPAN = 0.45;

export function draw(document: Document): SVGElement[] {
  const random = generator(11);
  const sorted = Array.from({ length: EXAMPLES }, (_, index) => (index < EXAMPLES / 2 ? -1 : 1));
  const orders = [
    { name: 'Drawn: any example, every time', epoch: () => sorted.map(() => sorted[Math.floor(random() * EXAMPLES)]!) },
    { name: 'Dealt: each once in an epoch, in random order', epoch: () => shuffled(sorted, random) },
    { name: 'Sorted: first one class, then the other', epoch: () => sorted },
  ];
  return orders.map(({ name, epoch }) => panel(document, name, epoch));
}

function panel(document: Document, name: string, epoch: () => number[]): SVGElement {
  const svg = drawing(document, WIDTH, HEIGHT);
  const x = (update: number) => 4 + ((WIDTH - 8) * update) / (EPOCHS * EXAMPLES);
  const y = (value: number) => 56 - (32 * value) / SPAN;
  const places: [number, number][] = [[0, 0]];
  for (let turn = 0; turn < EPOCHS; turn++) {
    for (const target of epoch()) {
      const [update, value] = places.at(-1)!;
      places.push([update + 1, value + RATE * (target - value)]);
    }
  }
  svg.append(
    textElement(document, name, { class: 'drawing-heading', x: 0, y: 14 }),
    svgElement(document, 'path', { d: `M${at(4, y(0))}H${WIDTH - 4}`, stroke: 'var(--fc-line-strong)', fill: 'none' }),
    svgElement(document, 'path', {
      d: `M${places.map(([update, value]) => at(x(update), y(value))).join('L')}`,
      fill: 'none',
      stroke: 'var(--series-1)',
      'stroke-width': '1.5',
      'stroke-linejoin': 'round',
    }),
  );
  for (let turn = 1; turn <= EPOCHS; turn++) {
    const [update, value] = places[turn * EXAMPLES]!;
    svg.append(
      svgElement(document, 'path', { d: `M${at(x(update), 24)}V88`, stroke: 'var(--fc-line-strong)', 'stroke-dasharray': '2 3', fill: 'none' }),
      svgElement(document, 'circle', { cx: x(update), cy: y(value), r: 3.4, fill: 'var(--series-2)' }),
    );
  }
  return svg;
}

function shuffled(values: readonly number[], random: () => number): number[] {
  const left = [...values];
  return values.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

/** Numbers in [0, 1) that look random and are the same each time: a linear congruential generator. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
