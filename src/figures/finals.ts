/** Final values: one row per arm, one mark per seed, the median and the middle half of the seeds. */
import * as Plot from '@observablehq/plot';
import { median, quantile } from 'simple-statistics';
import { accessible } from './accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from './figureElement.ts';
import { facetTitle, quantityName, shownKey, type ArmFigure, type FigureData } from './figureData.ts';
import { formatNumber } from './format.ts';
import { seriesStyle } from './seriesStyle.ts';
import { valueScale } from './ticks.ts';

/** Width and heights, px. */
const WIDTH = 330;
const ROW = 24;
const HEADING = 22;
const MARGIN = { top: 12, bottom: 38, right: 62 };

interface Row {
  arm: ArmFigure;
  label: string;
  y: number;
  values: { value: number; seed: number }[];
  /** Seeds without a finite value. */
  lost: number;
}

export function* finals(data: FigureData, { document }: FigureOptions): Figure {
  const { figure, panels } = figureElement('finals', document, 1);
  const { rows, headings, height } = layOut(data);
  const svg = accessible(draw(data, rows, headings, height, document), document, title(data), description(rows));
  panels.append(svg);
  figure.append(caption(document, captionText(data, rows)));
  return figure;
}

function draw(data: FigureData, rows: Row[], headings: { text: string; y: number }[], height: number, document: Document): Element {
  const marginLeft = 12 + 6.6 * Math.max(...rows.map((row) => row.label.length), 2);
  const scale = valueScale([...rows.flatMap((row) => row.values.map((entry) => entry.value)), ...data.thresholds], data.scale);
  return Plot.plot({
    document,
    width: WIDTH,
    height,
    marginLeft,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: scale.type, domain: scale.domain },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.axisX(scale.ticks, { text: scale.tickFormat, label: `final ${quantityName(data.split, data.metric)} →`, labelAnchor: 'right' }),
      Plot.gridX(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.ruleX(data.thresholds, { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.8 }),
      Plot.text(headings, { frameAnchor: 'left', dx: -marginLeft + 2, y: 'y', text: 'text', fontWeight: 600, textAnchor: 'start' }),
      Plot.text(rows, {
        frameAnchor: 'left',
        dx: -8,
        y: 'y',
        text: 'label',
        textAnchor: 'end',
        fill: (row: Row) => seriesStyle(row.arm.series).color,
        fontWeight: 600,
      }),
      ...rows.flatMap((row) => rowMarks(row)),
    ],
  });
}

function rowMarks(row: Row): Plot.Markish[] {
  const { color, symbol } = seriesStyle(row.arm.series);
  const note = row.lost > 0 ? `${row.lost} diverged` : '';
  if (row.values.length === 0) return [Plot.text([row], { frameAnchor: 'right', dx: 6, y: 'y', text: () => note, textAnchor: 'start' })];
  const values = row.values.map((entry) => entry.value);
  const middle = median(values);
  const several = values.length >= 3;
  return [
    Plot.dot(row.values, {
      x: 'value',
      y: (entry: Row['values'][number]) => row.y + jitter(entry.seed, values.length),
      stroke: color,
      strokeOpacity: 0.75,
      symbol,
      r: 2.4,
      title: (entry: Row['values'][number]) => `${row.label && `${row.label}, `}seed ${entry.seed}: ${formatNumber(entry.value, 5)}`,
    }),
    ...(several
      ? [Plot.ruleY([row], { x1: () => quantile(values, 0.25), x2: () => quantile(values, 0.75), y: 'y', stroke: 'currentColor', strokeWidth: 1.5 })]
      : []),
    ...(values.length > 1
      ? [Plot.link([row], { x1: () => middle, x2: () => middle, y1: row.y - 8, y2: row.y + 8, stroke: 'currentColor', strokeWidth: 2.5 })]
      : []),
    Plot.text([row], { frameAnchor: 'right', dx: 6, y: row.lost ? row.y - 5 : row.y, text: () => formatNumber(middle), textAnchor: 'start' }),
    ...(note ? [Plot.text([row], { frameAnchor: 'right', dx: 6, y: row.y + 6, text: () => note, textAnchor: 'start', fontSize: 9 })] : []),
  ];
}

/** The same seed always sits at the same height, so that one can follow it from row to row. */
function jitter(seed: number, count: number): number {
  return count < 3 ? 0 : (((seed * 5) % 9) - 4) * 1.5;
}

function layOut(data: FigureData): { rows: Row[]; headings: { text: string; y: number }[]; height: number } {
  const key = shownKey(data);
  const rows: Row[] = [];
  const headings: { text: string; y: number }[] = [];
  let y = MARGIN.top;
  for (const facet of data.facets.labels.keys()) {
    const name = facetTitle(data, facet);
    if (name) {
      headings.push({ text: name, y: y + HEADING / 2 });
      y += HEADING;
    }
    for (const arm of data.arms.filter((candidate) => candidate.facet === facet).sort((a, b) => a.series - b.series)) {
      const all = arm.runs.map((run) => ({ seed: run.seed, value: run.ending === 'diverged' ? NaN : (run.final[key] ?? NaN) }));
      const values = all.filter((entry) => Number.isFinite(entry.value) && (data.scale === 'linear' || entry.value > 0));
      rows.push({ arm, label: data.series.labels[arm.series] ?? '', y: y + ROW / 2, values, lost: arm.runs.filter((run) => run.ending === 'diverged').length });
      y += ROW;
    }
  }
  return { rows, headings, height: y + MARGIN.bottom };
}

function title(data: FigureData): string {
  return `${data.title}: final ${quantityName(data.split, data.metric)} of each seed`;
}

function description(rows: Row[]): string {
  return rows
    .map((row) => {
      const middle = row.values.length ? `median ${formatNumber(median(row.values.map((entry) => entry.value)))}` : 'no finite value';
      return `${row.arm.label || 'All runs'}: ${middle}${row.lost ? `, ${row.lost} diverged` : ''}`;
    })
    .join('; ')
    .concat('.');
}

function captionText(data: FigureData, rows: Row[]): string {
  const several = rows.some((row) => row.values.length >= 3);
  const quantity = `Final ${quantityName(data.split, data.metric)}`;
  const bounds = data.thresholds.length > 0 ? ` Dashed: the claim’s bound, ${data.thresholds.map((bound) => formatNumber(bound)).join(', ')}.` : '';
  return several
    ? `${quantity}: one mark per seed, bar: median (the number), line: middle half.${bounds}`
    : `${quantity}, one mark per seed; the number is the ${data.seeds.length > 1 ? 'median' : 'value'}.${bounds}`;
}
