/** A cloud of points in two features: as it comes, standardized, and whitened. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'Moved, stretched, turned';
export const description =
  'Three scatter plots of the same points. As they come, they form a slanting, narrow cloud away from the origin. Standardized, the cloud lies about the origin, as wide as it is high, and still slants. ' +
  'Whitened, it is round.';

const FRAME = { left: 6, top: 28, width: 200, height: 180, x: [-2.9, 2.9], y: [-2.7, 2.7] } as const;
const CORRELATION = 0.9;
/** How the points come: where the middle lies, and how wide the cloud is. */
const RAW = { middle: [1.6, 1.2], width: [0.45, 0.22] } as const;
const COUNT = 60;

type Pair = readonly [number, number];

export function draw(document: Document): SVGElement[] {
  const round = sunflower();
  const rest = Math.sqrt(1 - CORRELATION ** 2);
  const standardized = round.map(([u, v]): Pair => [u, CORRELATION * u + rest * v]);
  const raw = standardized.map(([x, y]): Pair => [RAW.middle[0] + RAW.width[0] * x, RAW.middle[1] + RAW.width[1] * y]);
  return [panel(document, 'as they come', raw), panel(document, 'standardized', standardized), panel(document, 'whitened', round)];
}

function panel(document: Document, heading: string, points: readonly Pair[]): SVGElement {
  const sheet = axes(document, FRAME);
  const svg = drawing(document, 214, 212);
  svg.append(
    textElement(document, heading, { class: 'drawing-heading', x: 0, y: 14 }),
    sheet.element,
    ...points.map((point) => {
      const [cx, cy] = sheet.place(...point);
      return svgElement(document, 'circle', { cx, cy, r: 2.6, fill: 'var(--series-1)', 'fill-opacity': '0.75' });
    }),
  );
  return svg;
}

/** Points spread evenly over a disc, as the seeds of a sunflower are. On a disc of radius 2 each coordinate has a mean square of 1. */
function sunflower(): Pair[] {
  const turn = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: COUNT }, (_, index) => {
    const radius = 2 * Math.sqrt((index + 0.5) / COUNT);
    return [radius * Math.cos(index * turn), radius * Math.sin(index * turn)];
  });
}
