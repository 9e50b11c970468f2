/** What each strategy has found so far, against what it has spent: the median over seeds with a band from the lower to the upper quartile. */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { endLabels } from '../parts/endLabels.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatCount, formatNumber } from '../../words/format.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';
import { COST_NAMES, type BestCurve, type SearchFigureData } from './searchFigureData.ts';

const SIZES = { wide: [530, 300], narrow: [340, 250] } as const;

export function* bestSoFar(data: SearchFigureData, { document, sizes = ['wide', 'narrow'] }: FigureOptions): Figure {
  const { figure, panels } = figureElement('bestSoFar', document, 1);
  for (const size of sizes) {
    const svg = accessible(draw(data, size, document), document, `${data.title}: best so far`, description(data));
    svg.classList.add(`figure-${size}`);
    panels.append(svg);
    yield;
  }
  const band = data.seeds >= 3 ? ` Median and middle half over ${data.seeds} seeds.` : '';
  const longest = data.trials.some(({ share }) => share < 1)
    ? ' Where candidates are trained for different times, the best is one of those trained longest so far.'
    : '';
  figure.append(caption(document, `Best ${data.quantity} found so far, against ${COST_NAMES[data.cost]} spent.${band}${longest}`));
  return figure;
}

export function bestSoFarTables(data: SearchFigureData): Table[] {
  const rows = data.curves.flatMap(({ series, x, median, low, high }) =>
    sampled(x.length).map((i) => [
      data.series[series]!,
      formatCount(x[i]!),
      formatNumber(median[i]!),
      low && high ? `${formatNumber(low[i]!)} to ${formatNumber(high[i]!)}` : '–',
    ]),
  );
  return [{ caption: `${data.title}: best ${data.quantity} so far`, head: ['strategy', COST_NAMES[data.cost], 'median', 'quartiles'], rows, names: 2 }];
}

function draw(data: SearchFigureData, size: keyof typeof SIZES, document: Document): Element {
  const [width, height] = SIZES[size];
  const right = Math.max(...data.curves.flatMap(({ x }) => x), 0) || 1;
  const margins = {
    marginTop: MARGIN_TOP.plain,
    marginBottom: 34,
    marginLeft: 46,
    marginRight: 18 + 6.6 * Math.max(...data.series.map((name) => name.length), 2),
  };
  const y = valueScale(
    data.curves.flatMap(({ median, low = [], high = [] }) => [...median, ...low, ...high]),
    data.scale,
  );
  const marks = data.curves.flatMap((curve) => {
    const { color, dash } = seriesStyle(curve.series);
    const points = pointsOf(curve);
    const step = { curve: 'step-after', clip: true } as const;
    return [
      ...(curve.low ? [Plot.areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.15, ...step })] : []),
      Plot.line(points, { x: 'x', y: 'median', stroke: color, strokeDasharray: dash, strokeWidth: 1.8, ...step }),
    ];
  });
  const ends = data.curves.map((curve) => {
    const last = pointsOf(curve).findLast(({ median }) => !Number.isNaN(median));
    return { x: last?.x ?? 0, y: last?.median ?? NaN, label: data.series[curve.series]!, color: seriesStyle(curve.series).color };
  });
  return Plot.plot({
    ...{ document, width, height, ...margins },
    x: {
      domain: [0, right],
      label: `${COST_NAMES[data.cost]} →`,
      labelAnchor: 'right',
      ticks: size === 'wide' ? 7 : 4,
      tickFormat: (value: number) => shortCount(value),
    },
    y: { type: y.type, domain: y.domain, clamp: true },
    marks: [
      Plot.axisY(y.ticks, { text: y.tickFormat, label: null }),
      Plot.gridY(y.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop('', `↑ best ${data.quantity}`, margins.marginLeft),
      ...marks,
      ...endLabels(ends, { x: { domain: [0, right] }, y, width, height, ...margins }),
    ],
  });
}

function pointsOf({ x, median, low, high }: BestCurve) {
  return x.map((at, i) => ({ x: at, median: median[i]!, low: low?.[i], high: high?.[i] }));
}

function description(data: SearchFigureData): string {
  return data.curves
    .map(({ series, median }) => `${data.series[series]!}: ${median.length ? `median ${formatNumber(median.at(-1)!)} at the end` : 'nothing yet'}`)
    .join('; ')
    .concat('.');
}

/** The first, the last, and a few between. */
function sampled(length: number): number[] {
  const count = Math.min(length, TABLE_ROWS);
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / Math.max(1, count - 1)));
}

function shortCount(value: number): string {
  return value >= 1e6 ? `${value / 1e6} M` : value >= 1e4 ? `${value / 1000} k` : String(value);
}

const TABLE_ROWS = 8;
