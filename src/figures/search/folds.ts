/** The score of each run of a trial, fold by fold, with their mean: how much of a difference between trials is the luck of the folds. */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';
import type { SearchFigureData, SearchTrial } from './searchFigureData.ts';

const WIDTH = 330;
const ROW = 24;
/** The best ones; more would be a wall. */
const MOST = 10;

export function* folds(data: SearchFigureData, { document }: FigureOptions): Figure {
  const { figure, panels } = figureElement('folds', document, 1);
  const shown = bestTrials(data);
  const words = shown.map((trial) => `${labelOf(data, trial)}: ${valueText(trial.value)}`).join('; ');
  panels.append(accessible(draw(data, shown, document), document, `${data.title}: score of each fold`, `${words}.`));
  const most = shown.length < data.trials.length ? `The best ${shown.length} of ${data.trials.length} trials` : 'Trials';
  figure.append(caption(document, `${most} of seed ${data.shownSeed}: one mark per fold, bar: their mean (the number).`));
  yield;
  return figure;
}

export function foldsTables(data: SearchFigureData): Table[] {
  const count = Math.max(...data.trials.map(({ runs }) => runs.length), 0);
  return [
    {
      caption: `${data.title}: score of each fold, seed ${data.shownSeed}`,
      head: ['trial', ...Array.from({ length: count }, (_, i) => `fold ${i + 1}`), 'mean'],
      rows: bestTrials(data).map((trial) => [labelOf(data, trial), ...trial.runs.map(valueText), valueText(trial.value)]),
    },
  ];
}

function draw(data: SearchFigureData, shown: SearchTrial[], document: Document): Element {
  const rows = shown.map((trial, i) => ({ trial, label: labelOf(data, trial), y: 12 + ROW * i + ROW / 2 }));
  const marginLeft = Math.min(170, 12 + 6 * Math.max(...rows.map(({ label }) => label.length), 2));
  const scale = valueScale(
    shown.flatMap(({ runs }) => runs),
    data.scale,
  );
  return Plot.plot({
    ...{ document, width: WIDTH, height: 12 + ROW * rows.length + 38, marginLeft, marginRight: 50, marginTop: 12, marginBottom: 38 },
    x: { type: scale.type, domain: scale.domain },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.axisX(scale.ticks, { text: scale.tickFormat, label: `${data.quantity.split(',')[0]!} →`, labelAnchor: 'right' }),
      Plot.gridX(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.text(rows, {
        frameAnchor: 'left',
        dx: -8,
        y: 'y',
        text: 'label',
        textAnchor: 'end',
        fill: ({ trial }: (typeof rows)[number]) => seriesStyle(trial.series).color,
        fontSize: 10,
      }),
      ...rows.flatMap(({ trial, y }) => {
        const { color, symbol } = seriesStyle(trial.series);
        const mean = { x1: trial.value, x2: trial.value, y1: y - 8, y2: y + 8 };
        return [
          Plot.dot(trial.runs.filter(Number.isFinite), { x: (value: number) => value, y: () => y, stroke: color, symbol, r: 2.6 }),
          ...(Number.isFinite(trial.value) ? [Plot.link([mean], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'currentColor', strokeWidth: 2.5 })] : []),
          Plot.text([trial], { frameAnchor: 'right', dx: 6, y: () => y, text: () => valueText(trial.value), textAnchor: 'start' }),
        ];
      }),
    ],
  });
}

function bestTrials(data: SearchFigureData): SearchTrial[] {
  const rank = ({ value }: SearchTrial) => (Number.isNaN(value) ? Infinity : data.better === 'low' ? value : -value);
  return [...data.trials].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))).slice(0, MOST);
}

function labelOf(data: SearchFigureData, trial: SearchTrial): string {
  return trial.text.join(' · ').concat(data.series.length > 1 ? ` (${data.series[trial.series]!})` : '');
}

function valueText(value: number): string {
  return Number.isNaN(value) ? 'none' : formatNumber(value);
}
