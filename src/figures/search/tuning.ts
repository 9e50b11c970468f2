/** A tuned comparison over one hyperparameter: each arm's score at every value that was tried, its choice marked. */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { endLabels } from '../parts/endLabels.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';
import type { SearchFigureData } from './searchFigureData.ts';

const SIZES = { wide: [530, 300], narrow: [340, 250] } as const;

export function* tuning(data: SearchFigureData, { document, sizes = ['wide', 'narrow'] }: FigureOptions): Figure {
  const { figure, panels } = figureElement('tuning', document, 1);
  for (const size of sizes) {
    const svg = accessible(draw(data, size, document), document, `${data.title}: tuning`, description(data));
    svg.classList.add(`figure-${size}`);
    panels.append(svg);
    yield;
  }
  figure.append(
    caption(
      document,
      `Mean ${data.quantity} over the tuning seeds at each ${data.dimensions[0]!.name} tried; marked: the value with which each is compared, at other seeds.`,
    ),
  );
  return figure;
}

export function tuningTables(data: SearchFigureData): Table[] {
  return [
    {
      caption: `${data.title}: tuning and comparison`,
      head: ['arm', data.dimensions[0]!.name, 'runs', `mean ${data.quantity}`],
      rows: data.trials.map((trial) => [
        data.series[trial.series]!,
        trial.text[0]!,
        String(trial.runs.length),
        Number.isNaN(trial.value) ? 'none' : formatNumber(trial.value),
      ]),
      names: 2,
    },
  ];
}

/** Tried in tuning: all but the last trial of each arm, which is the comparison. */
function pointsOf(data: SearchFigureData, series: number) {
  const own = data.trials.filter((trial) => trial.series === series);
  const [tuned, compared] = [own.slice(0, -1), own.at(-1)];
  return { points: tuned.map(({ at, value, text }) => ({ x: at[0]!, y: value, isChosen: text[0] === compared?.text[0] })), compared };
}

function draw(data: SearchFigureData, size: keyof typeof SIZES, document: Document): Element {
  const [width, height] = SIZES[size];
  const all = data.series.map((label, series) => ({ label, ...seriesStyle(series), ...pointsOf(data, series) }));
  const margins = {
    marginTop: MARGIN_TOP.plain,
    marginBottom: 36,
    marginLeft: 46,
    marginRight: 18 + 6.6 * Math.max(...data.series.map((name) => name.length), 2),
  };
  const y = valueScale(
    all.flatMap(({ points }) => points.map((point) => point.y)),
    data.scale,
  );
  const { name, isLog, ticks } = data.dimensions[0]!;
  const ends = all.map(({ label, color, points }) => ({
    x: points.at(-1)?.x ?? 0,
    y: points.findLast((point) => Number.isFinite(point.y))?.y ?? NaN,
    label,
    color,
  }));
  return Plot.plot({
    ...{ document, width, height, ...margins },
    x: { domain: [0, 1], axis: null },
    y: { type: y.type, domain: y.domain, clamp: true },
    marks: [
      Plot.axisX(
        ticks.map(({ at }) => at),
        { text: (at: number) => ticks.find((tick) => tick.at === at)?.text ?? '', label: `${name}${isLog ? ', log scale' : ''} →`, labelAnchor: 'right' },
      ),
      Plot.axisY(y.ticks, { text: y.tickFormat, label: null }),
      Plot.gridY(y.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop('', `↑ ${data.quantity}, tuning seeds`, margins.marginLeft),
      ...all.flatMap(({ points, color, dash, symbol }) => [
        Plot.line(points, { x: 'x', y: 'y', stroke: color, strokeDasharray: dash, strokeWidth: 1.8, clip: true }),
        Plot.dot(
          points.filter((point) => Number.isFinite(point.y)),
          { x: 'x', y: 'y', stroke: color, symbol, r: 2.6 },
        ),
        Plot.dot(
          points.filter(({ isChosen }) => isChosen),
          { x: 'x', y: 'y', stroke: color, fill: color, symbol, r: 6 },
        ),
      ]),
      ...endLabels(ends, { x: { domain: [0, 1] }, y, width, height, ...margins }),
    ],
  });
}

function description(data: SearchFigureData): string {
  return data.series
    .map((label, series) => `${label}: chooses ${pointsOf(data, series).compared?.text[0] ?? 'nothing yet'}`)
    .join('; ')
    .concat('.');
}
