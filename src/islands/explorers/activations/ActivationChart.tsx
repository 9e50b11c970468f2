/** Curves of activations or of their derivatives over z, with the probe; under derivatives, where they are small. */
import { formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { valueScale, type ValueScale } from '../../../figures/parts/ticks.ts';
import { Chart, type ChartScale } from '../parts/Chart.tsx';
import type { ActivationCurve } from './activationCurve.ts';
import { GRID } from './grid.ts';
import { saturation } from './saturation.ts';

interface Titled {
  title: string;
  curve: ActivationCurve;
}

interface Props {
  title: string;
  part: keyof ActivationCurve;
  curves: readonly Titled[];
  /** Where in the grid the probe is. */
  at: number;
  onProbe(at: number): void;
}

const Z_SCALE: ValueScale = { type: 'linear', domain: [GRID[0]!, GRID.at(-1)!], ticks: [-6, -4, -2, 0, 2, 4, 6], tickFormat: written };

export function ActivationChart({ title, part, curves, at, onProbe }: Props) {
  const z = GRID[at]!;
  const strips = (scale: ChartScale) => curves.map(({ curve }, index) => <Strip key={index} curve={curve} index={index} scale={scale} />);
  return (
    <Chart
      title={title}
      description={describe(curves, part)}
      x={Z_SCALE}
      y={withZero(valueScale([...curves.flatMap(({ curve }) => curve[part]), 1], 'linear'))}
      xLabel="z"
      series={curves.map((each, index) => ({ label: each.title, x: GRID, y: each.curve[part], style: index }))}
      behind={part === 'slopes' ? strips : undefined}
      before={(scale) => (
        <>
          <line class="explorer-probe" x1={scale.x(z)} x2={scale.x(z)} y1={scale.top} y2={scale.bottom} />
          {curves.map(({ curve }, index) => (
            <circle key={index} class="explorer-probe-dot" cx={scale.x(z)} cy={scale.y(curve[part][at]!)} r="4" style={{ fill: seriesStyle(index).color }} />
          ))}
        </>
      )}
      onPoint={(value) => onProbe(Math.round((value - GRID[0]!) / (GRID[1]! - GRID[0]!)))}
    />
  );
}

/** A number on the page. */
export function written(value: number): string {
  return String(value).replace('-', '−');
}

/** Where |φ′| is small. */
function Strip({ curve, index, scale }: { curve: ActivationCurve; index: number; scale: ChartScale }) {
  const { below, above } = saturation(curve);
  const y = scale.bottom - 6 * (index + 1);
  const spans = [below !== undefined && [scale.left, scale.x(below)], above !== undefined && [scale.x(above), scale.right]].filter((span) => span !== false);
  return (
    <>
      {spans.map(([from = 0, to = 0]) => (
        <rect key={from} x={from} width={Math.max(0, to - from)} y={y} height="5" style={{ fill: seriesStyle(index).color, opacity: 0.45 }} />
      ))}
    </>
  );
}

/** Room below zero for curves that touch it, so that they do not run along the frame. */
function withZero(scale: ValueScale): ValueScale {
  const [low, high] = scale.domain;
  return { ...scale, domain: [Math.min(low, -0.12 * high), high] };
}

function describe(curves: readonly Titled[], part: keyof ActivationCurve): string {
  const samples = [-6, -2, 0, 2, 6].map((z) => ({ z, index: GRID.indexOf(z) }));
  return curves
    .map(({ title, curve }) => `${title}: ${samples.map(({ z, index }) => `${formatNumber(curve[part][index]!)} at ${written(z)}`).join(', ')}.`)
    .join(' ');
}
