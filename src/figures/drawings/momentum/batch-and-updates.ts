/**
 * How many updates take the distance to a tenth, at the best rate (and momentum) whose noise floor is still allowed, over the batch size: all in closed form, in a ravine
 * with curvatures 1 and 100 whose gradient noise has the variance λ/n. The noisy quadratic model of Zhang et al. 2019.
 */
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { axes } from '../parts/axes.ts';

export const title = 'What momentum buys, over the batch size';
export const description =
  'Updates to a tenth of the distance, over the batch size, both on logarithmic scales. Up to a batch of about 10 the two curves fall side by side in proportion to the batch; the heavy ball needs about half of the updates of gradient descent. ' +
  'Then gradient descent levels off near 120 updates, because its rate cannot grow any more. The heavy ball goes on falling, to about 13.';

const CURVATURES = [1, 100] as const;
/** Mean loss above the minimum that the noise may cost; half the variance of the noise in the labels is 0.5. */
const ALLOWED = 0.01;
const [MOST_BATCH, MOST_UPDATES] = [4, 4];
const BATCHES = Array.from({ length: 25 }, (_, index) => (MOST_BATCH * index) / 24);
const MOMENTA = Array.from({ length: 80 }, (_, index) => 1 - 10 ** ((-3.2 * index) / 79));

export function draw(document: Document): SVGElement[] {
  const { element, place } = axes(document, { left: 46, top: 22, width: 320, height: 176, x: [0, MOST_BATCH], y: [0.8, MOST_UPDATES] });
  const svg = drawing(document, 390, 246);
  const quiet = { fill: 'var(--fc-text-quiet)' };
  svg.append(element, textElement(document, 'updates to a tenth of the distance', { x: 0, y: 12, ...quiet }));
  for (const power of [1, 2, 3, 4])
    svg.append(textElement(document, String(10 ** power), { x: 40, y: place(0, power)[1] + 4, 'text-anchor': 'end', ...quiet }));
  for (const power of [0, 1, 2, 3, 4])
    svg.append(textElement(document, String(10 ** power), { x: place(power, 0)[0], y: 216, 'text-anchor': 'middle', ...quiet }));
  const line = (momenta: readonly number[], attributes: Record<string, string>) => {
    const points = BATCHES.map((batch) => place(batch, Math.log10(fewest(10 ** batch, momenta))));
    return svgElement(document, 'path', {
      d: `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`,
      fill: 'none',
      'stroke-width': '2',
      ...attributes,
    });
  };
  svg.append(
    line([0], { stroke: 'var(--series-1)', 'stroke-dasharray': '6 3' }),
    line(MOMENTA, { stroke: 'var(--series-2)' }),
    textElement(document, 'gradient descent', { x: place(MOST_BATCH, 0)[0], y: place(0, 2.22)[1], 'text-anchor': 'end', fill: 'var(--series-1)' }),
    textElement(document, 'heavy ball', { x: place(MOST_BATCH, 0)[0], y: place(0, 1.26)[1], 'text-anchor': 'end', fill: 'var(--series-2)' }),
    textElement(document, 'batch size', { x: place(MOST_BATCH, 0)[0], y: 238, 'text-anchor': 'end', ...quiet }),
  );
  return [svg];
}

/** Over rates and these momenta. */
function fewest(batch: number, momenta: readonly number[]): number {
  let best = Infinity;
  for (const momentum of momenta) {
    const limit = (2 * (1 + momentum)) / CURVATURES[1];
    for (let index = 1; index <= 160; index++) {
      const rate = limit * 10 ** ((-5 * index) / 160);
      if (floorOf(rate, momentum, batch) > ALLOWED) continue;
      const factor = Math.max(...CURVATURES.map((curvature) => factorOf(rate, momentum, curvature)));
      if (factor < 1) best = Math.min(best, Math.LN10 / -Math.log(factor));
    }
  }
  return best;
}

/** The mean loss above the minimum, by the chapter's formula, over both directions. */
function floorOf(rate: number, momentum: number, batch: number): number {
  return CURVATURES.reduce<number>((sum, curvature) => {
    const variance = curvature / batch;
    return sum + ((rate / (1 - momentum)) * variance) / 4 / (1 - (rate * curvature) / (2 * (1 + momentum)));
  }, 0);
}

/** The larger absolute value of the two roots. */
function factorOf(rate: number, momentum: number, curvature: number): number {
  const sum = 1 + momentum - rate * curvature;
  const discriminant = sum ** 2 - 4 * momentum;
  return discriminant < 0 ? Math.sqrt(momentum) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}
