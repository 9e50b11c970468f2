/**
 * A small chart that is drawn anew at every move of a control: lines, bars and bands over two axes, in plain
 * SVG. (Plot, which draws the experiments' figures, weighs too much for a page that only wants this.)
 */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import type { ValueScale } from '../../../figures/parts/ticks.ts';

export interface ChartSeries {
  label: string;
  x: readonly number[];
  /** What is not finite is left out. */
  y: readonly number[];
  /** Index of the series' style; the same one has the same colour and dash in every chart. */
  style: number;
  /** Draw points, too. */
  points?: boolean;
}

export interface ChartScale {
  x(value: number): number;
  y(value: number): number;
  /** Edges of the drawing area. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Props {
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  x: ValueScale;
  y: ValueScale;
  xLabel: string;
  series: readonly ChartSeries[];
  /** Behind and before the lines. */
  behind?: (scale: ChartScale) => ComponentChildren;
  before?: (scale: ChartScale) => ComponentChildren;
  /** Told the x value under a pointer that is pressed and moved. */
  onPoint?: (x: number) => void;
}

const WIDTH = 400;
const HEIGHT = 240;
const MARGIN = { left: 52, right: 10, top: 8, bottom: 36 };

export function Chart({ title, description, x, y, xLabel, series, behind, before, onPoint }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const left = MARGIN.left;
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const scale: ChartScale = { x: along(x, left, right), y: along(y, bottom, MARGIN.top), left, right, top: MARGIN.top, bottom };
  const point = (event: PointerEvent) => {
    if (!onPoint || !svg.current || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const box = svg.current.getBoundingClientRect();
    const share = (((event.clientX - box.left) / box.width) * WIDTH - left) / (right - left);
    onPoint(x.domain[0] + Math.min(1, Math.max(0, share)) * (x.domain[1] - x.domain[0]));
  };
  return (
    <figure class="explorer-chart">
      <p class="explorer-chart-title">{title}</p>
      <svg
        ref={svg}
        class={onPoint ? 'is-draggable' : ''}
        data-draggable={onPoint ? '' : undefined}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. ${description}`}
        onPointerDown={point}
        onPointerMove={point}
      >
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 && y.type === 'linear' ? 'explorer-zero' : 'explorer-grid'} x1={left} x2={right} y1={scale.y(tick)} y2={scale.y(tick)} />
            <text class="explorer-tick is-y" x={left - 6} y={scale.y(tick)} dy="0.34em">
              {y.tickFormat(tick)}
            </text>
          </g>
        ))}
        {x.ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 && x.type === 'linear' ? 'explorer-zero' : 'explorer-grid'}
              x1={scale.x(tick)}
              x2={scale.x(tick)}
              y1={MARGIN.top}
              y2={bottom}
            />
            <text class="explorer-tick" x={scale.x(tick)} y={bottom + 15}>
              {x.tickFormat(tick)}
            </text>
          </g>
        ))}
        <text class="explorer-tick is-label" x={right} y={HEIGHT - 4}>
          {xLabel}
        </text>
        {behind?.(scale)}
        {series.map((line) => (
          <Line key={line.label} line={line} scale={scale} />
        ))}
        {before?.(scale)}
      </svg>
    </figure>
  );
}

/** Which line is which, with its colour and dash. */
export function ChartKey({ series }: { series: readonly Pick<ChartSeries, 'label' | 'style'>[] }) {
  return (
    <ul class="explorer-key">
      {series.map(({ label, style }) => (
        <li key={label}>
          <svg width="30" height="8" aria-hidden="true">
            <line x1="0" x2="30" y1="4" y2="4" style={strokeOf(style)} stroke-width="2.5" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Line({ line, scale }: { line: ChartSeries; scale: ChartScale }) {
  const points = line.x.map((value, index) => [scale.x(value), scale.y(line.y[index] ?? NaN)] as const);
  let isDown = false;
  const path = points.map(([px, py]) => {
    if (!Number.isFinite(py)) {
      isDown = false;
      return '';
    }
    const command = isDown ? 'L' : 'M';
    isDown = true;
    return `${command}${round(px)} ${round(py)}`;
  });
  return (
    <>
      <path class="explorer-line" d={path.join('')} style={strokeOf(line.style)} />
      {line.points &&
        points
          .filter(([, py]) => Number.isFinite(py))
          .map(([px, py]) => <circle key={px} cx={round(px)} cy={round(py)} r="2.5" style={{ fill: seriesStyle(line.style).color }} />)}
    </>
  );
}

/** Marks on a log axis have a logarithm; a value that has none has no place. */
function along({ type, domain }: ValueScale, from: number, to: number): (value: number) => number {
  const measure = type === 'log' ? Math.log : (value: number) => value;
  const [low, high] = domain.map(measure) as [number, number];
  return (value) => from + ((measure(value) - low) / (high - low)) * (to - from);
}

function strokeOf(style: number): { stroke: string; 'stroke-dasharray': string } {
  const { color, dash } = seriesStyle(style);
  return { stroke: color, 'stroke-dasharray': dash };
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
