/**
 * Labels beside the ends of curves, so that they never overlap. Curves that reach the right edge have theirs beyond it, moved
 * apart, with a thin leader; one that ends before that has a dot at its end and its label there.
 */
import * as Plot from '@observablehq/plot';
import { spread } from './spread.ts';
import type { ValueScale } from './ticks.ts';

/** Height of a line of label text, px. */
const LINE = 13;
/** Mean width of a character, px. */
const CHARACTER = 6.6;
/** A curve that ends this far from the right edge, px, has stopped early. */
const EARLY = 24;

export interface CurveEnd {
  x: number;
  y: number;
  label: string;
  color: string;
}

export interface Frame {
  x: { type?: 'linear' | 'log'; domain: [number, number] };
  y: ValueScale;
  width: number;
  height: number;
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
}

/** An end with its place in the plot, px. */
interface Placed extends CurveEnd {
  left: number;
  top: number;
}

export function endLabels(ends: CurveEnd[], frame: Frame): Plot.Markish[] {
  const right = frame.width - frame.marginRight;
  const placed = ends.filter((end) => end.label !== '' && Number.isFinite(end.y)).map((end) => inPixels(end, frame));
  const late = placed.filter(({ left }) => left > right - EARLY);
  const early = placed.filter(({ left }) => left <= right - EARLY);
  return [...edgeLabels(late, frame), ...earlyLabels(early, frame)];
}

function inPixels(end: CurveEnd, { x, y, width, height, marginTop, marginRight, marginBottom, marginLeft }: Frame): Placed {
  const right = width - marginRight;
  const [first, last] = x.domain;
  const across = Plot.scale({ x: { type: x.type ?? 'linear', domain: x.domain, range: [marginLeft, right] } });
  const down = Plot.scale({ y: { type: y.type, domain: y.domain, range: [height - marginBottom, marginTop] } });
  return { ...end, left: last > first ? Number(across.apply(end.x)) : right, top: Number(down.apply(end.y)) };
}

function edgeLabels(ends: Placed[], { width, height, marginTop, marginRight, marginBottom }: Frame): Plot.Markish[] {
  const right = width - marginRight;
  const tops = spread(
    ends.map(({ top }) => top),
    LINE,
    marginTop,
    height - marginBottom,
  );
  const rows = ends.map((end, index) => ({ ...end, placed: tops[index] ?? end.top }));
  type Row = (typeof rows)[number];
  return [
    Plot.link(rows, {
      x1: pixel((row: Row) => row.left + 1),
      y1: pixel((row: Row) => row.top),
      x2: pixel(() => right + 8),
      y2: pixel((row: Row) => row.placed),
      stroke: 'color',
      strokeWidth: 1,
      strokeOpacity: 0.55,
      strokeDasharray: '1 2',
    }),
    Plot.text(rows, { x: pixel(() => right + 10), y: pixel((row: Row) => row.placed), text: 'label', fill: 'color', textAnchor: 'start', fontWeight: 600 }),
  ];
}

function earlyLabels(ends: Placed[], frame: Frame): Plot.Markish[] {
  const rows: (Placed & Box)[] = [];
  for (const end of ends.toSorted((a, b) => a.left - b.left)) rows.push({ ...end, ...freeBox(end, rows, frame) });
  type Row = (typeof rows)[number];
  return [
    Plot.dot(rows, { x: pixel((row: Row) => row.left), y: pixel((row: Row) => row.top), r: 3, fill: 'color', stroke: 'var(--fc-paper)' }),
    Plot.text(rows, {
      x: pixel((row: Row) => row.x1),
      y: pixel((row: Row) => (row.y1 + row.y2) / 2),
      text: 'label',
      fill: 'color',
      stroke: 'var(--fc-paper)',
      strokeWidth: 4,
      textAnchor: 'start',
      fontWeight: 600,
    }),
  ];
}

interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** Above and to the right of the end, or as near to that as there is room beside the labels before it. */
function freeBox({ left, top, label }: Placed, taken: Box[], { width, marginTop, marginRight, marginBottom, height }: Frame): Box {
  const long = CHARACTER * label.length;
  const x1 = left + 6 + long > width - marginRight ? left - 6 - long : left + 6;
  const at = (middle: number): Box => ({ x1, x2: x1 + long, y1: middle - LINE / 2, y2: middle + LINE / 2 });
  const offsets = Array.from({ length: 12 }, (_, step) => [-9 - step * LINE, 9 + step * LINE]).flat();
  const boxes = offsets.map((offset) => at(top + offset)).filter(({ y1, y2 }) => y1 >= marginTop - LINE && y2 <= height - marginBottom);
  const free = boxes.find((box) => taken.every((other) => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 <= other.y1 || box.y1 >= other.y2));
  return free ?? at(top - 9);
}

function pixel<Row>(value: (row: Row) => number): { value: (row: Row) => number; scale: null } {
  return { value, scale: null };
}
