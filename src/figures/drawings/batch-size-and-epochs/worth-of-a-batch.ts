/** What a batch of n examples is worth, where the noise scale is n₀: clouds of batch gradients about the exact one, and the share n/(n + n₀) of its progress. */
import { at, drawing, svgElement, textElement } from '../../parts/svg.ts';
import { arrow } from '../parts/arrow.ts';
import { axes } from '../parts/axes.ts';
import { formula } from '../parts/formula.ts';

export const title = 'What a batch is worth';
export const description =
  'Left: an arrow, the exact gradient, three times, with a cloud of batch gradients about its tip. For a batch of a ninth of the noise scale the cloud is three times as wide as the arrow is long; ' +
  'for a batch as large as the noise scale it is as wide as the arrow; for nine times that, a third of it. Right: over the batch size, on a logarithmic axis, the progress of an update as a share of what the exact gradient makes. ' +
  'It rises in proportion to the batch at first, is one half where the batch equals the noise scale, and levels off at 1.';

const SIZE = { width: 340, height: 250 };
const QUIET = { fill: 'var(--fc-text-quiet)' };
/** Px: the exact gradient. */
const LENGTH = 24;
const CLOUDS = [
  { share: 1 / 9, name: 'n = n_0/9', tip: [106, 132], label: [0, 44] },
  { share: 1, name: 'n = n_0', tip: [280, 92], label: [236, 44] },
  { share: 9, name: 'n = 9n_0', tip: [280, 196], label: [236, 168] },
] as const;

export function draw(document: Document): SVGElement[] {
  return [clouds(document), progress(document)];
}

function clouds(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  svg.append(textElement(document, 'Gradients of batches', { class: 'drawing-heading', x: 0, y: 14 }));
  for (const { share, name, tip, label } of CLOUDS) {
    const [x, y] = tip;
    const radius = LENGTH / Math.sqrt(share);
    for (const [dx, dy] of scatter()) {
      svg.append(svgElement(document, 'circle', { cx: x + radius * dx, cy: y + radius * dy, r: 1.7, fill: 'var(--series-2)', 'fill-opacity': '0.75' }));
    }
    svg.append(arrow(document, [x - LENGTH, y], tip, { color: 'var(--series-1)', width: 2 }), formula(document, name, { x: label[0], y: label[1] }));
  }
  svg.append(textElement(document, 'arrow: the exact gradient', { x: 170, y: SIZE.height - 4, ...QUIET }));
  return svg;
}

/** Twenty-eight points, evenly turned, whose mean squared distance from the centre is 1. */
function scatter(): [number, number][] {
  const count = 28;
  return Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt((2 * (index + 0.5)) / count);
    const angle = index * 2.39996;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** Powers of two over n₀ that the axis reaches. */
const REACH = 5;

function progress(document: Document): SVGElement {
  const svg = drawing(document, SIZE.width, SIZE.height);
  const { element, place, curve } = axes(document, { left: 36, top: 40, width: 292, height: 150, x: [-REACH, REACH], y: [0, 1.05] });
  const [, bottom] = place(0, 0);
  svg.append(textElement(document, 'Progress of one update', { class: 'drawing-heading', x: 0, y: 14 }), element);
  for (const [value, label] of [
    [0.5, '½'],
    [1, '1'],
  ] as const)
    svg.append(textElement(document, label, { x: 26, y: place(0, value)[1] + 4, 'text-anchor': 'end', ...QUIET }));
  for (const [power, label] of [
    [-4, 'n_0/16'],
    [-2, 'n_0/4'],
    [0, 'n_0'],
    [2, '4n_0'],
    [4, '16n_0'],
  ] as const) {
    svg.append(formula(document, label, { x: place(power, 0)[0], y: bottom + 18, 'text-anchor': 'middle', ...QUIET }));
  }
  const [half, middle] = place(0, 0.5);
  svg.append(
    curve((power) => (2 ** power <= 1.05 ? 2 ** power : NaN), { stroke: 'var(--fc-text-quiet)', 'stroke-width': '1.4', 'stroke-dasharray': '5 4', to: 0.07 }),
    curve((power) => 2 ** power / (1 + 2 ** power), { stroke: 'var(--series-1)' }),
    svgElement(document, 'path', { d: `M${at(half, bottom)}V${middle}`, stroke: 'var(--fc-line-strong)', 'stroke-dasharray': '2 3', fill: 'none' }),
    svgElement(document, 'circle', { cx: half, cy: middle, r: 3.6, fill: 'var(--series-1)' }),
    textElement(document, 'in proportion', { x: place(-0.75, 0)[0], y: place(0, 0.92)[1], 'text-anchor': 'end', ...QUIET }),
    formula(document, 'n/(n + n_0)', { x: place(3.2, 0)[0], y: place(0, 0.76)[1], 'text-anchor': 'middle', fill: 'var(--series-1)' }),
    textElement(document, 'batch size', { x: 328, y: bottom + 40, 'text-anchor': 'end', ...QUIET }),
  );
  return svg;
}
