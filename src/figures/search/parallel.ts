/**
 * Parallel coordinates (Inselberg 1985), axes lying one under the other, which leaves room for names and fits a phone: each trial is a
 * line through its values down to its score; the best one of each strategy is drawn strongly, with its marker on every axis.
 */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';
import type { SearchFigureData, SearchTrial } from './searchFigureData.ts';

const SIZES = { wide: 530, narrow: 340 } as const;
/** Px between two axes, and around them. */
const ROW = 50;
const MARGIN = { top: 22, bottom: 24, side: 16 };
/** Px that a letter of a tick takes. */
const LETTER = 5.6;
/** Text stays readable on lines. */
const HALO = { fill: 'currentColor', stroke: 'var(--fc-paper)', strokeWidth: 3 } as const;

export function* parallel(data: SearchFigureData, { document, sizes = ['wide', 'narrow'] }: FigureOptions): Figure {
  const { figure, panels } = figureElement('parallel', document, data.series.length);
  for (const series of data.series.keys()) {
    for (const size of data.series.length > 1 ? (['narrow'] as const) : sizes) {
      const trials = data.trials.filter((trial) => trial.series === series);
      const svg = accessible(draw(data, trials, series, SIZES[size], document), document, heading(data, series), description(data, trials));
      if (data.series.length === 1) svg.classList.add(`figure-${size}`);
      panels.append(svg);
      yield;
    }
  }
  figure.append(
    caption(
      document,
      `Each line is one trial of seed ${data.shownSeed}, from its values to its ${data.quantity}; strong: the best. Better is ${data.better === 'low' ? 'left' : 'right'}.`,
    ),
  );
  return figure;
}

export function parallelTables(data: SearchFigureData): Table[] {
  return data.series.map((name, series) => ({
    caption: `${data.title}: trials of ${name}, seed ${data.shownSeed}`,
    head: ['trial', ...data.dimensions.map((dimension) => dimension.name), ...(isCut(data) ? ['share of the training'] : []), data.quantity],
    rows: data.trials
      .filter((trial) => trial.series === series)
      .map((trial, i) => [
        `${i + 1}${trial.isBest ? ' (best)' : ''}`,
        ...trial.text,
        ...(isCut(data) ? [formatNumber(trial.share)] : []),
        Number.isNaN(trial.value) ? 'none' : formatNumber(trial.value),
      ]),
  }));
}

function isCut({ trials }: SearchFigureData): boolean {
  return trials.some(({ share }) => share < 1);
}

function draw(data: SearchFigureData, trials: SearchTrial[], series: number, width: number, document: Document): Element {
  const { color, symbol } = seriesStyle(series);
  const score = valueScale(
    data.trials.map(({ value }) => value),
    data.scale,
  );
  const place = Plot.scale({ x: { type: score.type, domain: score.domain, range: [0, 1] } });
  const rows = [
    ...data.dimensions.map(({ name, isLog, ticks }) => ({ name: isLog ? `${name}, log scale` : name, ticks })),
    { name: data.quantity, ticks: score.ticks.map((tick) => ({ at: Number(place.apply(tick)), text: score.tickFormat(tick) })) },
  ];
  const lineOf = (trial: SearchTrial, index: number) =>
    [...trial.at, Number.isNaN(trial.value) ? NaN : Number(place.apply(trial.value))].map((x, row) => ({ x, y: row, trial: index, isBest: trial.isBest }));
  const points = trials.flatMap(lineOf);
  const best = points.filter(({ isBest }) => isBest);
  const ticks = rows.flatMap((row, y) => fitting(row.ticks, width).map((tick) => ({ ...tick, y })));
  return Plot.plot({
    ...{ document, width, height: MARGIN.top + MARGIN.bottom + ROW * (rows.length - 1) },
    ...{ marginTop: MARGIN.top, marginBottom: MARGIN.bottom, marginLeft: MARGIN.side, marginRight: MARGIN.side },
    x: { domain: [0, 1], axis: null },
    y: { domain: [rows.length - 1, 0], axis: null },
    marks: [
      Plot.ruleY(rows, { y: (_: unknown, row: number) => row, stroke: 'currentColor', strokeOpacity: 0.45 }),
      Plot.line(
        points.filter(({ isBest }) => !isBest),
        { x: 'x', y: 'y', z: 'trial', stroke: color, strokeOpacity: Math.max(0.18, Math.min(0.6, 12 / trials.length)), strokeWidth: 1 },
      ),
      Plot.line(best, { x: 'x', y: 'y', z: 'trial', stroke: color, strokeWidth: 2.6 }),
      Plot.dot(
        best.filter(({ x }) => Number.isFinite(x)),
        { x: 'x', y: 'y', stroke: color, fill: 'none', symbol, r: 3.6, strokeWidth: 1.6 },
      ),
      Plot.text(rows, {
        frameAnchor: 'left',
        dx: -MARGIN.side + 2,
        y: (_: unknown, row: number) => row,
        dy: -9,
        text: 'name',
        textAnchor: 'start',
        fontWeight: 600,
        ...HALO,
      }),
      ...(['start', 'middle', 'end'] as const).map((textAnchor) =>
        Plot.text(
          ticks.filter(({ at }) => anchorOf(at) === textAnchor),
          { x: 'at', y: 'y', dy: 10, text: 'text', fontSize: 9.5, textAnchor, ...HALO },
        ),
      ),
      ...(data.series.length > 1
        ? [
            Plot.text([data.series[series]!], {
              frameAnchor: 'top-right',
              dx: MARGIN.side - 2,
              dy: -MARGIN.top + 4,
              text: (name: string) => name,
              fill: color,
              fontWeight: 650,
            }),
          ]
        : []),
    ],
  });
}

/** Texts at the ends stay within the picture. */
function anchorOf(at: number): 'start' | 'middle' | 'end' {
  return at < 0.04 ? 'start' : at > 0.96 ? 'end' : 'middle';
}

/** Those that do not run into each other. */
function fitting(ticks: { at: number; text: string }[], width: number): { at: number; text: string }[] {
  const longest = Math.max(...ticks.map(({ text }) => text.length), 1);
  const most = Math.max(2, Math.floor((width - 2 * MARGIN.side) / (LETTER * longest + 10)));
  const stride = Math.ceil((ticks.length - 1) / (most - 1)) || 1;
  return ticks.filter((_, i) => i % stride === 0);
}

function heading(data: SearchFigureData, series: number): string {
  return `${data.title}: trials${data.series.length > 1 ? ` of ${data.series[series]!}` : ''}`;
}

function description(data: SearchFigureData, trials: SearchTrial[]): string {
  const best = trials.find(({ isBest }) => isBest);
  const words = best && data.dimensions.map(({ name }, i) => `${name} ${best.text[i]!}`).join(', ');
  return `${trials.length} trials.${best ? ` Best: ${words}, with ${data.quantity} ${Number.isNaN(best.value) ? 'none' : formatNumber(best.value)}.` : ''}`;
}
