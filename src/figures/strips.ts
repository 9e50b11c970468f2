/** Strips: one row per arm, one mark per seed, an interval and the median; groups of rows under a heading. */
import * as Plot from '@observablehq/plot';
import { median } from 'simple-statistics';
import { formatNumber } from './format.ts';
import { seriesStyle } from './seriesStyle.ts';
import type { ValueScale } from './ticks.ts';

export interface Strip {
  label: string;
  series: number;
  values: { value: number; seed: number }[];
  /** What is drawn as a line through the median; absent where there are too few values for one. */
  interval?: [low: number, high: number];
  /** Under the number: "2 diverged"; '' for nothing. */
  note: string;
}

export interface StripGroup {
  /** '' for none. */
  heading: string;
  strips: Strip[];
}

interface Options {
  document: Document;
  groups: StripGroup[];
  scale: ValueScale;
  /** Name of the horizontal axis. */
  axis: string;
  /** Dashed lines across all rows. */
  bounds: number[];
  /** A plain line across all rows. */
  zero?: boolean;
}

/** Px. */
const WIDTH = 330;
const ROW = 24;
const HEADING = 22;
const MARGIN = { top: 12, bottom: 38, right: 62 };
/** There is room for so many labels of ticks. */
const MOST_TICKS = 5;

interface Row extends Strip {
  y: number;
}

export function stripsPlot({ document, groups, scale, axis, bounds, zero = false }: Options): Element {
  const { rows, headings, height } = placed(groups);
  const ticks = scale.ticks.length > MOST_TICKS ? scale.ticks.filter((_, index) => index % 2 === 0) : scale.ticks;
  const marginLeft = 12 + 6.6 * Math.max(...rows.map((row) => row.label.length), 2);
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
      Plot.axisX(ticks, { text: scale.tickFormat, label: `${axis} →`, labelAnchor: 'right' }),
      Plot.gridX(ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...(zero ? [Plot.ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.6 })] : []),
      Plot.ruleX(bounds, { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.8 }),
      Plot.text(headings, {
        frameAnchor: 'left',
        dx: -marginLeft + 2,
        y: 'y',
        text: 'text',
        fontWeight: 600,
        textAnchor: 'start',
        fill: 'currentColor',
        stroke: 'var(--fc-paper)',
        strokeWidth: 4,
      }),
      Plot.text(rows, {
        frameAnchor: 'left',
        dx: -8,
        y: 'y',
        text: 'label',
        textAnchor: 'end',
        fill: (row: Row) => seriesStyle(row.series).color,
        fontWeight: 600,
      }),
      ...rows.flatMap((row) => rowMarks(row)),
    ],
  });
}

function rowMarks(row: Row): Plot.Markish[] {
  const { color, symbol } = seriesStyle(row.series);
  const right = { frameAnchor: 'right', dx: 6, textAnchor: 'start' } as const;
  if (row.values.length === 0) return [Plot.text([row], { ...right, y: 'y', text: 'note' })];
  const middle = median(row.values.map(({ value }) => value));
  return [
    Plot.dot(row.values, {
      x: 'value',
      y: ({ seed }: Row['values'][number]) => row.y + jitter(seed, row.values.length),
      stroke: color,
      strokeOpacity: 0.75,
      symbol,
      r: 2.4,
      title: ({ seed, value }: Row['values'][number]) => `${row.label && `${row.label}, `}seed ${seed}: ${formatNumber(value, 5)}`,
    }),
    ...(row.interval ? [Plot.ruleY([row], { x1: row.interval[0], x2: row.interval[1], y: 'y', stroke: 'currentColor', strokeWidth: 1.5 })] : []),
    ...(row.values.length > 1
      ? [Plot.link([row], { x1: () => middle, x2: () => middle, y1: row.y - 8, y2: row.y + 8, stroke: 'currentColor', strokeWidth: 2.5 })]
      : []),
    Plot.text([row], { ...right, y: row.note ? row.y - 5 : row.y, text: () => formatNumber(middle) }),
    ...(row.note ? [Plot.text([row], { ...right, y: row.y + 6, text: 'note', fontSize: 9 })] : []),
  ];
}

/** The same seed always sits at the same height, so that one can follow it from row to row. */
function jitter(seed: number, count: number): number {
  return count < 3 ? 0 : (((seed * 5) % 9) - 4) * 1.5;
}

function placed(groups: StripGroup[]): { rows: Row[]; headings: { text: string; y: number }[]; height: number } {
  const rows: Row[] = [];
  const headings: { text: string; y: number }[] = [];
  let y = MARGIN.top;
  for (const { heading, strips } of groups) {
    if (heading) {
      headings.push({ text: heading, y: y + HEADING / 2 });
      y += HEADING;
    }
    for (const strip of strips) {
      rows.push({ ...strip, y: y + ROW / 2 });
      y += ROW;
    }
  }
  return { rows, headings, height: y + MARGIN.bottom };
}
