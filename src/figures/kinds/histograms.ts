/** Histograms of the weights and of the biases of each layer, before and after training: a panel of each per arm, one row per layer. */
import * as Plot from '@observablehq/plot';
import type { Histogram } from '../../experiments/probes/histogram.ts';
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { keyElement, lineSample } from '../parts/key.ts';
import { lineTipAttributes } from '../tips/lineTips.ts';
import { armsWith, firstAndLast, layerName, momentName } from '../data/readings.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import { at, drawing, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';
import { valueScale, type ValueScale } from '../parts/ticks.ts';

/** Px. */
const WIDTH = 300;
const ROW = 52;
const MARGIN = { left: 54, right: 12, bottom: 34 };
const BEFORE_DASH = '3 2.5';

/** What is read of each layer. */
type Part = 'weights' | 'biases';
const PARTS: Part[] = ['weights', 'biases'];
const SINGULAR: Record<Part, string> = { weights: 'weight', biases: 'bias' };

interface LayerPair {
  name: string;
  before: Histogram;
  after: Histogram;
}

/** The horizontal axis of one part, the same for all arms. */
interface Axis extends Pick<ValueScale, 'ticks' | 'tickFormat'> {
  domain: [number, number];
}

export function histograms(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const arms = armsWith(data, 'weights');
  const parts = PARTS.filter((part) => armsWith(data, part).length > 0);
  const axes = { weights: axisOf(arms, 'weights'), biases: axisOf(arms, 'biases') };
  const sample = firstAndLast(arms[0] ?? data.arms[0]!, 'weights');
  const above = sample
    ? [
        keyElement(document, [
          { text: momentName(sample.first), color: 'currentColor', mark: lineSample(BEFORE_DASH) },
          { text: momentName(sample.last), color: 'currentColor', mark: '<path d="M2 11V4H28V11Z" fill="currentColor" fill-opacity=".22"/>' },
        ]),
      ]
    : [];
  const what = parts.length > 1 ? 'Weights and biases of each layer.' : 'Weights of each layer, without biases.';
  return armPanels(data, options, {
    kind: 'histograms',
    arms,
    panel: (arm, title) => parts.map((part) => panel(arm, part, parts.length > 1 ? [title, part].filter(Boolean).join(', ') : title, axes[part], document)),
    caption: `${what} The height of a row is its own: it shows the shape, as a density.${seedNote(data)}`,
    above,
  });
}

export function histogramsTables(data: FigureData): Table[] {
  return PARTS.flatMap((part) =>
    armsWith(data, part).map((arm) => ({
      caption: `${data.title}: ${part} of each layer${armTitle(data, arm) && `, ${armTitle(data, arm)}`}`,
      head: ['layer', 'moment', 'mean', 'standard deviation', 'share exactly 0', 'lowest', 'highest', 'counts in equal bins from lowest to highest'],
      rows: [firstAndLast(arm, part)!]
        .flatMap(({ first, last }) => (first === last ? [first] : [first, last]))
        .flatMap((reading) =>
          reading.layers.map(({ mean, variance, zero, histogram }, layer) => [
            layerName(layer, reading.layers.length),
            momentName(reading),
            formatNumber(mean),
            formatNumber(Math.sqrt(variance)),
            formatNumber(zero),
            formatNumber(histogram.low),
            formatNumber(histogram.high),
            histogram.counts.join(' '),
          ]),
        ),
      names: 2,
    })),
  );
}

function axisOf(arms: ArmFigure[], part: Part): Axis {
  const all = arms.flatMap((arm) => pairsOf(arm, part).flatMap(({ before, after }) => [before.low, before.high, after.low, after.high]));
  const { ticks, tickFormat } = valueScale(all, 'linear');
  return { ticks, tickFormat, domain: widened(all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1]) };
}

function pairsOf(arm: ArmFigure, part: Part): LayerPair[] {
  const readings = firstAndLast(arm, part);
  if (!readings) return [];
  const { first, last } = readings;
  return last.layers.flatMap((layer, index) => {
    const before = first.layers[index];
    return before ? [{ name: layerName(index, last.layers.length), before: before.histogram, after: layer.histogram }] : [];
  });
}

function panel(arm: ArmFigure, part: Part, title: string, { domain, ticks, tickFormat }: Axis, document: Document): Panel {
  const pairs = pairsOf(arm, part);
  const top = title ? 24 : 8;
  const height = top + pairs.length * ROW + MARGIN.bottom;
  const svg = drawing(document, WIDTH, height);
  const x = Plot.scale({ x: { type: 'linear', domain, range: [MARGIN.left, WIDTH - MARGIN.right] } });
  const place = (value: number) => Number(x.apply(value));
  if (title) svg.append(textElement(document, title, { x: 2, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  const bottom = top + pairs.length * ROW;
  for (const tick of ticks.filter((value) => value >= domain[0] && value <= domain[1])) {
    svg.append(
      svgElement(document, 'path', { d: `M${at(place(tick), top)}V${bottom + 4}`, stroke: 'currentColor', 'stroke-opacity': tick === 0 ? '0.35' : '0.1' }),
      textElement(document, tickFormat(tick), { x: place(tick), y: bottom + 15, 'text-anchor': 'middle' }),
    );
  }
  svg.append(textElement(document, `${SINGULAR[part]} →`, { x: WIDTH - MARGIN.right, y: bottom + 30, 'text-anchor': 'end' }));
  const { color } = seriesStyle(arm.series);
  pairs.forEach(({ name, before, after }, row) => {
    const base = top + (row + 1) * ROW;
    const tallest = Math.max(...[before, after].flatMap(densities)) || 1;
    const height = (density: number) => base - ((ROW - 10) * density) / tallest;
    const outline = (histogram: Histogram) => stepPath(histogram, place, height, base);
    svg.append(
      textElement(document, name, { x: MARGIN.left - 8, y: base - 4, 'text-anchor': 'end', 'font-weight': '600' }),
      svgElement(document, 'path', {
        ...tips(after, place, height, `${name}, now`),
        d: outline(after),
        fill: color,
        'fill-opacity': '0.22',
        stroke: color,
        'stroke-width': '1.4',
      }),
      svgElement(document, 'path', {
        ...tips(before, place, height, `${name}, before training`),
        d: outline(before),
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': '1.2',
        'stroke-dasharray': BEFORE_DASH,
      }),
      svgElement(document, 'path', { d: `M${MARGIN.left},${base}H${WIDTH - MARGIN.right}`, stroke: 'currentColor', 'stroke-opacity': '0.4' }),
    );
  });
  return { plot: svg, title: `${part} of each layer before and after training`, description: description(arm, part) };
}

/** Share of the values in each bin, per unit of width; values that are all equal are one bin, drawn as wide as a line. */
export function densities({ low, high, counts }: Histogram): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const width = (high - low) / counts.length;
  return counts.map((count) => (total > 0 && width > 0 ? count / total / width : 0));
}

/** From the base up, along the tops of the bins, and down. */
function stepPath(histogram: Histogram, place: (value: number) => number, height: (density: number) => number, base: number): string {
  const { low, high, counts } = histogram;
  if (!(high > low)) return `M${at(place(low), base)}L${at(place(low), base - (ROW - 10))}`;
  const edge = (bin: number) => place(low + ((high - low) * bin) / counts.length);
  const corners = densities(histogram).flatMap((density, bin) => [at(edge(bin), height(density)), at(edge(bin + 1), height(density))]);
  return `M${at(edge(0), base)}L${corners.join('L')}L${at(edge(counts.length), base)}`;
}

/** For hover.ts: what each bin holds, at its middle. */
function tips(histogram: Histogram, place: (value: number) => number, height: (density: number) => number, name: string): Record<string, string> {
  const { low, high, counts } = histogram;
  const edge = (bin: number) => low + ((high - low) * bin) / counts.length;
  return lineTipAttributes({
    name,
    axis: '',
    at: [],
    values: counts.map((count, bin) => `${formatNumber(edge(bin), 2)} to ${formatNumber(edge(bin + 1), 2)}: ${count}`),
    x: counts.map((_, bin) => place(edge(bin + 0.5))),
    y: densities(histogram).map(height),
  });
}

function widened([low, high]: [number, number]): [number, number] {
  const margin = (high - low || Math.abs(high) || 1) * 0.03;
  return [low - margin, high + margin];
}

function description(arm: ArmFigure, part: Part): string {
  const readings = firstAndLast(arm, part);
  if (!readings) return '';
  const { first, last } = readings;
  return last.layers
    .map((layer, index) => {
      const spread = (variance = NaN) => formatNumber(Math.sqrt(variance));
      return `${layerName(index, last.layers.length)}: standard deviation ${spread(first.layers[index]?.variance)} ${momentName(first)}, ${spread(layer.variance)} ${momentName(last)}`;
    })
    .join('; ')
    .concat('.');
}
