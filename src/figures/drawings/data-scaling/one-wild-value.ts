/** What a single wild value does to the others: forty values between −1 and 1 and one of 100, scaled in three ways, on the axis that the network sees. */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';

export const title = 'The others, squeezed';
export const description =
  'Three number lines from −3 to 4. Scaled to between 0 and 1, thirty-nine values lie in one spot at 0, and the wild one at 1. Standardized, they lie in one spot just left of 0, and the wild one far outside to the right. ' +
  'Cut off at 3 and then standardized, they spread from about −1.4 to 1.2, and the wild one lies at 3.9.';

const OTHERS = Array.from({ length: 39 }, (_, index) => -1 + (2 * index) / 38);
const [LEFT, WIDTH] = [10, 370];
const [LOW, HIGH] = [-3.2, 4.4];

export function draw(document: Document): SVGElement[] {
  const rows = [
    { heading: 'min–max', scaled: minMax([...OTHERS, 100]) },
    { heading: 'standardized', scaled: standardized([...OTHERS, 100]) },
    { heading: 'cut off at 3, standardized', scaled: standardized([...OTHERS, 3]) },
  ];
  const svg = drawing(document, 400, 196);
  rows.forEach(({ heading, scaled }, row) => {
    const y = 40 + 62 * row;
    svg.append(
      textElement(document, heading, { class: 'drawing-heading', x: 0, y: y - 24 }),
      svgElement(document, 'path', { d: `M${LEFT} ${y}H${LEFT + WIDTH}`, stroke: 'var(--fc-line-strong)', fill: 'none' }),
      ...[-3, -2, -1, 0, 1, 2, 3, 4].flatMap((value) => [
        svgElement(document, 'path', { d: `M${place(value)} ${y - 3}v6`, stroke: 'var(--fc-line-strong)', fill: 'none' }),
        textElement(document, String(value).replace('-', '−'), { x: place(value), y: y + 18, 'text-anchor': 'middle', fill: 'var(--fc-text-quiet)' }),
      ]),
      ...scaled.map((value, index) => {
        const isWild = index === OTHERS.length;
        const look = isWild ? { r: 4.5, fill: 'var(--series-2)' } : { r: 3, fill: 'var(--series-1)', 'fill-opacity': '0.5' };
        return svgElement(document, 'circle', { cx: place(Math.min(value, HIGH)), cy: y, ...look });
      }),
    );
    const wild = scaled.at(-1) ?? 0;
    if (wild > HIGH) {
      svg.append(textElement(document, `→ ${wild.toFixed(1)}`, { x: place(HIGH), y: y - 9, 'text-anchor': 'end', fill: 'var(--series-2)' }));
    }
  });
  return [svg];
}

function place(value: number): number {
  return LEFT + (WIDTH * (value - LOW)) / (HIGH - LOW);
}

function minMax(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (value - low) / (high - low));
}

function standardized(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}
