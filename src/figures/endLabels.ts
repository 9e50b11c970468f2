/** Labels beside the ends of curves, moved apart so that they never overlap, with a thin leader to where the curve ended. */
import * as Plot from '@observablehq/plot';
import { spread } from './spread.ts';
import type { ValueScale } from './ticks.ts';

/** Height of a line of label text, px. */
const LINE = 13;

export interface CurveEnd {
  x: number;
  y: number;
  label: string;
  color: string;
}

export interface Frame {
  x: [number, number];
  y: ValueScale;
  width: number;
  height: number;
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
}

export function endLabels(ends: CurveEnd[], frame: Frame): Plot.Markish[] {
  const shown = ends.filter((end) => end.label !== '' && Number.isFinite(end.y));
  const bottom = frame.height - frame.marginBottom;
  const right = frame.width - frame.marginRight;
  const scale = Plot.scale({ y: { type: frame.y.type, domain: frame.y.domain, range: [bottom, frame.marginTop] } });
  const wanted = shown.map((end) => Number(scale.apply(end.y)));
  const placed = spread(wanted, LINE, frame.marginTop, bottom);
  const rows = shown.map((end, index) => ({
    ...end,
    from: frame.marginLeft + ((end.x - frame.x[0]) / (frame.x[1] - frame.x[0])) * (right - frame.marginLeft),
    wanted: wanted[index] ?? 0,
    placed: placed[index] ?? 0,
  }));
  const pixel = (value: (row: (typeof rows)[number]) => number) => ({ value, scale: null });
  return [
    Plot.link(rows, {
      x1: pixel((row) => row.from + 1),
      y1: pixel((row) => row.wanted),
      x2: pixel(() => right + 8),
      y2: pixel((row) => row.placed),
      stroke: 'color',
      strokeWidth: 1,
      strokeOpacity: 0.55,
      strokeDasharray: '1 2',
    }),
    Plot.text(rows, {
      x: pixel(() => right + 10),
      y: pixel((row) => row.placed),
      text: 'label',
      fill: 'color',
      textAnchor: 'start',
      fontWeight: 600,
    }),
  ];
}
