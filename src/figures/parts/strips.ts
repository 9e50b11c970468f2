/** Strips: one row per arm, one mark per seed, an interval and the median; groups of rows under a heading. */
import * as Plot from '@observablehq/plot';
import { median } from 'simple-statistics';
import { digitsApart, formatNumber } from '../../words/format.ts';
import { seriesStyle } from './seriesStyle.ts';
import type { ValueScale } from './ticks.ts';

export interface Strip {
  label: string;
  series: number;
  values: { value: number; seed: number }[];
  /** What is drawn as a line through the median; absent where there are too few values for one. */
  interval?: [low: number, high: number];
  /** What a source reports, drawn as a diamond; none if absent. */
  reported?: { value: number; source: string }[];
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

/** Px. One drawing serves all widths: where it is shown small, its text is larger (styles/experiment/figures.css), and there is room for that. */
const WIDTH = 480;
const ROW = { plain: 24, noted: 32 };
const HEADING = 26;
const MARGIN = { top: 12, bottom: 46 };
/** Mean width of a character of the larger text, px. */
const CHARACTER = 8.2;
/** There is room for so many labels of ticks. */
const MOST_TICKS = 5;
/** Points to where a row lies that is beyond the axis. */
const BEYOND = { low: '◂', high: '▸' };

interface Row extends Strip {
  y: number;
}

export function stripsPlot({ document, groups, scale, axis, bounds, zero = false }: Options): Element {
  const { rows, headings, height } = placed(groups);
  const ticks = scale.ticks.length > MOST_TICKS ? scale.ticks.filter((_, index) => index % 2 === 0) : scale.ticks;
  const marginLeft = 12 + CHARACTER * Math.max(...rows.map((row) => row.label.length), 2);
  const digits = medianDigits(rows);
  const numbers = rows.map((row) => numberOf(row, digits));
  const marginRight = 12 + CHARACTER * Math.max(...numbers.map((number) => number.length), ...rows.map(({ note }) => NOTE_SIZE * note.length), 4);
  return Plot.plot({
    document,
    width: WIDTH,
    height,
    marginLeft,
    marginRight,
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
      ...rows.flatMap((row) => rowMarks(row, scale, digits)),
      ...rows.flatMap((row, index) => besideRow(row, numbers[index] ?? '')),
    ],
  });
}

function rowMarks(row: Row, { domain: [low, high] }: ValueScale, digits: number): Plot.Markish[] {
  if (row.values.length === 0) return [];
  const { color, symbol } = seriesStyle(row.series);
  const middle = medianOf(row.values);
  const inside = row.values.filter(({ value }) => value >= low && value <= high);
  if (inside.length === 0) {
    const [frameAnchor, text] = middle < low ? (['left', BEYOND.low] as const) : (['right', BEYOND.high] as const);
    return [Plot.text([row], { frameAnchor, y: 'y', text: () => text, fill: color, title: () => `${row.label}: beyond the axis` })];
  }
  return [
    Plot.dot(
      (row.reported ?? []).filter(({ value }) => value >= low && value <= high),
      {
        x: 'value',
        y: row.y,
        symbol: 'diamond',
        r: 4.5,
        fill: 'var(--fc-paper)',
        stroke: 'currentColor',
        strokeWidth: 1.5,
        title: ({ value, source }: NonNullable<Row['reported']>[number]) =>
          `${row.label && `${row.label}, `}reported (${source}): ${formatNumber(value, Math.max(5, digits))}`,
      },
    ),
    Plot.dot(inside, {
      x: 'value',
      y: ({ seed }: Row['values'][number]) => row.y + jitter(seed, row.values.length),
      stroke: color,
      strokeOpacity: 0.75,
      symbol,
      r: 2.4,
      title: ({ seed, value }: Row['values'][number]) => `${row.label && `${row.label}, `}seed ${seed}: ${formatNumber(value, Math.max(5, digits))}`,
    }),
    // What a logarithmic axis has no place for ends at its edge.
    ...(row.interval
      ? [Plot.ruleY([row], { x1: Math.max(low, row.interval[0]), x2: Math.max(low, row.interval[1]), y: 'y', stroke: 'currentColor', strokeWidth: 1.5 })]
      : []),
    ...(row.values.length > 1 && middle >= low
      ? [Plot.link([row], { x1: () => middle, x2: () => middle, y1: row.y - 8, y2: row.y + 8, stroke: 'currentColor', strokeWidth: 2.5 })]
      : []),
  ];
}

/** The median, and the note under it. */
function besideRow({ y, note }: Row, number: string): Plot.Markish[] {
  const right = { frameAnchor: 'right', dx: 6, textAnchor: 'start' } as const;
  const apart = number && note ? 7 : 0;
  return [
    Plot.text([number], { ...right, y: y - apart, text: String }),
    ...(note ? [Plot.text([note], { ...right, y: y + apart, text: String, fontSize: `${NOTE_SIZE}em` })] : []),
  ];
}

/** Of the text around it. */
const NOTE_SIZE = 0.82;

function numberOf({ values }: Strip, digits: number): string {
  return values.length > 0 ? formatNumber(medianOf(values), digits) : '';
}

/** Digits that tell the medians apart, but for those of which one lies in the other's interval: they differ by chance. */
export function medianDigits(strips: readonly Strip[]): number {
  const middles = strips.filter(({ values }) => values.length > 0).map(({ values, interval }) => ({ value: medianOf(values), interval }));
  type Middle = (typeof middles)[number];
  const within = ({ value }: Middle, { interval }: Middle) => interval !== undefined && value >= interval[0] && value <= interval[1];
  return digitsApart(
    middles.flatMap((one, index) =>
      middles
        .slice(0, index)
        .filter((other) => !within(one, other) && !within(other, one))
        .map((other) => [one.value, other.value] as const),
    ),
  );
}

function medianOf(values: Strip['values']): number {
  return median(values.map(({ value }) => value));
}

/** The same seed always sits at the same height, so that one can follow it from row to row. */
function jitter(seed: number, count: number): number {
  return count < 3 ? 0 : (((seed * 5) % 9) - 4) * 1.5;
}

function placed(groups: StripGroup[]): { rows: Row[]; headings: { text: string; y: number }[]; height: number } {
  const rows: Row[] = [];
  const headings: { text: string; y: number }[] = [];
  const row = groups.some(({ strips }) => strips.some(({ note }) => note)) ? ROW.noted : ROW.plain;
  let y = MARGIN.top;
  for (const { heading, strips } of groups) {
    if (heading) {
      headings.push({ text: heading, y: y + HEADING / 2 });
      y += HEADING;
    }
    for (const strip of strips) {
      rows.push({ ...strip, y: y + row / 2 });
      y += row;
    }
  }
  return { rows, headings, height: y + MARGIN.bottom };
}
