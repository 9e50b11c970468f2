/** Reliability diagrams: of all predictions with about one probability, the share that is right. On the diagonal a probability means what it says. */
import { SPLIT_NAMES, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { armPanels, type Panel } from '../../parts/armPanels.ts';
import type { Figure, FigureOptions } from '../../parts/figureElement.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { drawing, svgElement, textElement } from '../../parts/svg.ts';
import { formatNumber } from '../../../words/format.ts';
import { binsOf, meanOf, rangeOf, shareOf, splitOf, type Bin } from './reliabilityBins.ts';

/** Px. */
const SIDE = 190;
const MARGIN = { left: 34, right: 10, top: 12, bottom: 40 };

export function reliability(data: FigureData, options: FigureOptions): Figure {
  const split = SPLIT_NAMES[splitOf(data)];
  return armPanels(data, options, {
    kind: 'reliability',
    arms: data.arms.filter((arm) => binsOf(data, arm)),
    panel: (arm, title) => panel(data, arm, title, options.document),
    caption:
      `Predictions on the ${split} split in ten bins by the probability of the class predicted: bar, the share that is right; dot, against the mean probability. ` +
      `Dots below the diagonal: too sure. All seeds together; bins with less than one in a hundred predictions are pale.`,
  });
}

function panel(data: FigureData, arm: ArmFigure, title: string, document: Document): Panel {
  const bins = binsOf(data, arm) ?? [];
  const all = bins.reduce((sum, [predictions]) => sum + predictions, 0);
  const top = MARGIN.top + (title ? 20 : 0);
  const x = (value: number) => MARGIN.left + SIDE * value;
  const y = (value: number) => top + SIDE * (1 - value);
  const { color } = seriesStyle(arm.series);
  const svg = drawing(document, Math.max(MARGIN.left + SIDE + MARGIN.right, 7.2 * title.length), top + SIDE + MARGIN.bottom);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  const line = { fill: 'none', stroke: 'var(--fc-line-strong)' };
  bins.forEach((bin, index) => {
    const [predictions] = bin;
    if (predictions === 0) return;
    const opacity = predictions < all / 100 ? '0.35' : '1';
    svg.append(
      svgElement(document, 'rect', {
        ...{ x: x(index / bins.length) + 1, y: y(shareOf(bin)), width: SIDE / bins.length - 2, height: SIDE * shareOf(bin), fill: color },
        'fill-opacity': predictions < all / 100 ? '0.12' : '0.35',
        'data-tip': `probability ${rangeOf(index, bins.length)}: ${predictions} predictions, ${formatNumber(100 * shareOf(bin))} % right, mean probability ${formatNumber(meanOf(bin))}`,
      }),
      svgElement(document, 'circle', { cx: x(meanOf(bin)), cy: y(shareOf(bin)), r: 3.4, fill: color, 'fill-opacity': opacity, 'pointer-events': 'none' }),
    );
  });
  svg.append(
    svgElement(document, 'path', { d: `M${x(0)},${y(0)}L${x(1)},${y(1)}`, ...line, 'stroke-dasharray': '4 3' }),
    svgElement(document, 'path', { d: `M${x(0)},${y(1)}V${y(0)}H${x(1)}`, ...line }),
    ...[0, 0.5, 1].flatMap((value) => [
      textElement(document, formatNumber(value), { x: x(value), y: y(0) + 15, 'text-anchor': 'middle' }),
      textElement(document, formatNumber(value), { x: x(0) - 5, y: y(value) + 4, 'text-anchor': 'end' }),
    ]),
    textElement(document, 'probability →', { x: x(1), y: y(0) + 32, 'text-anchor': 'end' }),
    textElement(document, 'share right ↑', { x: x(0) + 6, y: y(1) + 8 }),
  );
  return { plot: svg, title: `reliability on the ${SPLIT_NAMES[splitOf(data)]} split`, description: description(bins, all) };
}

function description(bins: readonly Bin[], all: number): string {
  const told = bins.flatMap((bin, index) => (bin[0] >= all / 100 ? [`${rangeOf(index, bins.length)}: ${formatNumber(100 * shareOf(bin))} % right`] : []));
  return `Share of predictions that are right, by their probability. ${told.join('; ')}.`;
}
