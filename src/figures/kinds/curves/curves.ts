/**
 * Learning curves: the median over seeds with a band from the lower to the upper quartile, one
 * panel per label of the second axis, labels at the ends of the curves.
 */
import { accessible } from '../../parts/accessible.ts';
import { isOnEdge, sharedScales, type Scales } from './curveMarks.ts';
import { curvePanel, labelRoom, smallCurvePanel } from './curvePanels.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../../parts/figureElement.ts';
import { facetTitle, quantityName, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { formatNumber } from '../../../words/format.ts';
import { keyElement, lineSample, type KeyEntry } from '../../parts/key.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { equalBudget } from '../../data/xAxis.ts';
import { X_NAMES } from '../../data/xNames.ts';
import { leavesOutStart } from '../../parts/xScale.ts';

/** More curves than this in one panel cannot be told apart: each gets a panel of its own. */
const MOST_TOGETHER = 8;
/** A panel with more series than this is taller, so that their labels come near their curves. */
const MANY = 6;
/** Panels whose labels would take more than this, px, have one key above them instead. */
const MOST_LABEL_ROOM = 80;

export function* curves(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const scales = sharedScales(data);
  const several = data.facets.labels.length > 1;
  const apart = !several && data.arms.length > MOST_TOGETHER;
  const { figure, panels } = figureElement('curves', document, data.facets.labels.length);
  if (apart) panels.classList.add('figure-panels-small');
  const keyed = several && labelRoom(data.series.labels) > MOST_LABEL_ROOM;
  if (keyed) figure.prepend(keyElement(document, data.series.labels.map(keyEntry)));
  for (const arm of apart ? data.arms : []) {
    const name = data.series.labels[arm.series] ?? '';
    const svg = accessible(smallCurvePanel(data, arm, scales, document), document, heading(data, name), description(data, [arm]));
    svg.classList.add('figure-small');
    panels.append(svg);
    yield;
  }
  for (const facet of apart ? [] : data.facets.labels.keys()) {
    const name = facetTitle(data, facet);
    const arms = data.arms.filter((arm) => arm.facet === facet);
    const sizes = several ? ([arms.length > MANY ? 'tallPanel' : 'panel'] as const) : (options.sizes ?? (['wide', 'narrow'] as const));
    for (const size of sizes) {
      const svg = accessible(curvePanel(data, arms, scales, { size, facet: name, keyed }, document), document, heading(data, name), description(data, arms));
      svg.classList.add(`figure-${size}`);
      panels.append(svg);
      yield;
    }
  }
  figure.append(caption(document, captionText(data, scales, apart)));
  return figure;
}

function keyEntry(text: string, index: number): KeyEntry {
  const { color, dash } = seriesStyle(index);
  return { text, color, mark: lineSample(dash) };
}

function heading(data: FigureData, facet: string): string {
  const quantity = quantityName(data.split, data.metric);
  return `${data.title}: ${quantity} by ${X_NAMES[data.x]}${facet ? `, ${facet}` : ''}`;
}

function description(data: FigureData, arms: ArmFigure[]): string {
  const ends = arms.map((arm) => {
    const last = arm.curve.median.at(-1) ?? NaN;
    const name = data.series.labels[arm.series];
    return `${name ? `${data.series.name} ${name} ` : ''}ends at ${formatNumber(last)}`;
  });
  const across = data.xScale === 'log' ? ', logarithmic across' : '';
  return `${data.scale === 'log' ? 'Logarithmic' : 'Linear'} scale${across}. ${ends.join('; ')}.`;
}

function captionText(data: FigureData, { y }: Scales, apart: boolean): string {
  const name = quantityName(data.split, data.metric);
  const quantity = `${name.charAt(0).toUpperCase()}${name.slice(1)}${data.scale === 'log' ? ', logarithmic scale' : ''}.`;
  const named = apart ? ` Over ${X_NAMES[data.x]}, one panel for each ${data.series.name}; the others are in gray.` : ` Color and dash: ${data.series.name}.`;
  const series = data.series.name ? named : '';
  const several = data.arms.some((arm) => arm.curve.low);
  const seeds =
    data.seeds.length === 1
      ? ` One run each, seed ${data.seeds[0] ?? ''}.`
      : several
        ? ` Line: median of ${data.seeds.length} seeds; band: middle half of them.`
        : ` Line: median of ${data.seeds.length} seeds.`;
  const start = leavesOutStart(data) ? 'The horizontal scale is logarithmic: the start, at 0, has no place on it.' : '';
  const onEdge = data.arms.some(({ curve }) => [curve.median, curve.low ?? []].flat().some((value) => isOnEdge(y, value)));
  const zero = onEdge ? 'What is 0, which a logarithmic scale does not have, lies on its lower edge.' : '';
  return [quantity + series + seeds, start, zero, equalBudget(data)].filter(Boolean).join(' ');
}
