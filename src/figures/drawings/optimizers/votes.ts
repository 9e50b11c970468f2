/** One loud gradient against ten quiet ones: added up, and each divided by its own size. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';

export const title = 'Adding up, or counting votes';
export const description =
  'Two panels, each with one arrow to the left and ten to the right. Left panel: as they are, the one to the left is twenty times as long as each of the others, and the sum points to the left. ' +
  'Right panel: each divided by its own size, all arrows are equally long, and the sum points to the right.';

const QUIET = 10;
const LOUD = 20;
const AGAINST = 'var(--series-1)';
const FOR = 'var(--series-2)';

export function draw(document: Document): SVGElement[] {
  return [
    panel(document, { heading: 'Gradients as they are', loud: LOUD, quiet: 1, scale: 6, sum: 'the sum goes left' }),
    panel(document, { heading: 'Each divided by its own size', loud: 1, quiet: 1, scale: 12, sum: 'the sum goes right' }),
  ];
}

interface Panel {
  heading: string;
  loud: number;
  quiet: number;
  /** Px for a gradient of 1. */
  scale: number;
  sum: string;
}

const MIDDLE = 142;

function panel(document: Document, { heading, loud, quiet, scale, sum }: Panel): SVGElement {
  const svg = drawing(document, 290, 196);
  const total = QUIET * quiet - loud;
  const zero = svgElement(document, 'path', { d: `M${MIDDLE},28V186`, stroke: 'var(--fc-line-strong)', 'stroke-dasharray': '2 3' });
  svg.append(textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }), zero);
  svg.append(arrow(document, [MIDDLE, 38], [MIDDLE - loud * scale, 38], { color: AGAINST, width: 2 }));
  for (let one = 0; one < QUIET; one++) {
    const y = 52 + 10 * one;
    // An arrow that is shorter than its head is drawn as long as it: the text says how the lengths compare.
    svg.append(arrow(document, [MIDDLE, y], [MIDDLE + Math.max(10, quiet * scale), y], { color: FOR, width: 1.4 }));
  }
  svg.append(
    arrow(document, [MIDDLE, 164], [MIDDLE + total * scale, 164], { color: 'currentColor', width: 3 }),
    textElement(document, sum, { x: MIDDLE + (total < 0 ? -8 : 8), y: 186, 'text-anchor': total < 0 ? 'end' : 'start' }),
  );
  return svg;
}
