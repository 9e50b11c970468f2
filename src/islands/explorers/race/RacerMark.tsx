/** The marker of a racer, at a place of a picture: in its colour, on a rim of paper. */
import { seriesStyle, type SeriesStyle } from '../../../figures/parts/seriesStyle.ts';

export function RacerMark({ index, x, y }: { index: number; x: number; y: number }) {
  const { color, symbol } = seriesStyle(index);
  const isStroked = STROKED.has(symbol);
  return (
    <g transform={`translate(${x} ${y})`}>
      {isStroked && <path d={SHAPES[symbol]} style={{ stroke: 'var(--fc-paper)', 'stroke-width': 6 }} />}
      <path d={SHAPES[symbol]} style={isStroked ? { stroke: color, 'stroke-width': 3 } : { fill: color, stroke: 'var(--fc-paper)', 'stroke-width': 1.2 }} />
    </g>
  );
}

/** Of lines rather than areas. */
const STROKED = new Set<SeriesStyle['symbol']>(['cross', 'wye', 'asterisk', 'plus', 'times']);

const SHAPES: Record<SeriesStyle['symbol'], string> = {
  circle: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z',
  triangle: 'M0 -6.5L6 5H-6Z',
  square: 'M-5 -5H5V5H-5Z',
  diamond: 'M0 -7L6 0L0 7L-6 0Z',
  star: 'M0 -7L1.8 -2.2L6.7 -2.2L2.8 .9L4.1 5.7L0 2.9L-4.1 5.7L-2.8 .9L-6.7 -2.2L-1.8 -2.2Z',
  cross: 'M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5',
  wye: 'M0 0V6M0 0L5 -4M0 0L-5 -4',
  asterisk: 'M0 -6V6M-5.2 -3L5.2 3M-5.2 3L5.2 -3',
  plus: 'M0 -6V6M-6 0H6',
  times: 'M-6 -3L6 3M-6 3L6 -3',
  hexagon: 'M0 -6L5.2 -3V3L0 6L-5.2 3V-3Z',
};
