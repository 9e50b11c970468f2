/** One pass over twelve examples with three batch sizes, and what three budgets give a small and a large batch. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formula } from '../parts/formula.ts';

export const title = 'Three clocks of training';
export const description =
  'Left: twelve examples in a row, cut into batches of 2, of 4 and of 12. Each pass is one epoch and twelve examples in all three rows, but six updates, three, or one. ' +
  'Right: bars for a batch of 50 and one of 250 under three budgets. Epochs cut in proportion: 25 times the updates and 5 times the examples for the small batch. ' +
  'Equal epochs: 5 times the updates, equal examples. Equal updates: 5 times the examples for the large batch.';

const SIZE = { width: 340, height: 236 };
const SMALL = 'var(--series-1)';
const LARGE = 'var(--series-2)';
const QUIET = { fill: 'var(--fc-text-quiet)' };

export function draw(document: Document): SVGElement[] {
  return [onePass(document), budgets(document)];
}

function onePass(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, 'One epoch: every example once', { class: 'drawing-heading', x: 0, y: 14 }));
  [2, 4, 12].forEach((batch, row) => {
    const top = 44 + row * 64;
    svg.append(formula(document, `n = ${batch}`, { x: 0, y: top + 14 }));
    for (let example = 0; example < 12; example++) {
      svg.append(
        svgElement(document, 'rect', {
          x: 52 + example * 16 + Math.floor(example / batch) * 5,
          y: top,
          width: 13,
          height: 18,
          rx: 2,
          fill: SMALL,
          'fill-opacity': '0.3',
        }),
      );
    }
    for (let update = 0; update < 12 / batch; update++) {
      const left = 52 + update * (batch * 16 + 5);
      const right = left + batch * 16 - 3;
      svg.append(svgElement(document, 'path', { d: `M${left},${top + 24}v5H${right}v-5`, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.2' }));
    }
    const updates = 12 / batch;
    svg.append(textElement(document, `${updates} ${updates === 1 ? 'update' : 'updates'}`, { x: 52, y: top + 44, ...QUIET }));
  });
  return svg;
}

/** Updates and examples of the two batch sizes, as shares of the larger. */
const BUDGETS = [
  { name: 'Epochs cut with the batch', updates: [1, 1 / 25], examples: [1, 1 / 5] },
  { name: 'Equal epochs', updates: [1, 1 / 5], examples: [1, 1] },
  { name: 'Equal updates', updates: [1, 1], examples: [1 / 5, 1] },
] as const;

function budgets(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  const key = (x: number, color: string, text: string) => [
    svgElement(document, 'rect', { x, y: 24, width: 10, height: 10, fill: color, 'fill-opacity': color === LARGE ? '0.55' : undefined }),
    formula(document, text, { x: x + 16, y: 34 }),
  ];
  svg.append(
    textElement(document, 'What each budget gives', { class: 'drawing-heading', x: 0, y: 14 }),
    ...key(0, SMALL, 'n = 50'),
    ...key(90, LARGE, 'n = 250'),
  );
  BUDGETS.forEach(({ name, ...counts }, group) => {
    const top = 54 + group * 62;
    svg.append(textElement(document, name, { x: 0, y: top + 8 }));
    (['updates', 'examples'] as const).forEach((count, line) => {
      const y = top + 15 + line * 20;
      svg.append(textElement(document, count, { x: 0, y: y + 12, ...QUIET }));
      counts[count].forEach((share, index) => {
        const look = { fill: index === 0 ? SMALL : LARGE, 'fill-opacity': index === 0 ? undefined : '0.55' };
        svg.append(svgElement(document, 'rect', { x: 72, y: y + index * 8, width: 260 * share, height: 7, ...look }));
      });
    });
  });
  return svg;
}
