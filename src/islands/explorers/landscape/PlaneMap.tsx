/** The training loss on a plane through the end of training, and the way of training seen from above it. */
import { formatCount, formatNumber } from '../../../words/format.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
import type { Setup } from './setup.ts';
import type { View } from './survey.ts';

const SIZE = 300;
const EDGE = { left: 34, right: 10, top: 8, bottom: 24 };

export function PlaneMap({ view, setup }: { view: View; setup: Setup }) {
  const { radius, points } = setup;
  const [width, height] = [EDGE.left + SIZE + EDGE.right, EDGE.top + SIZE + EDGE.bottom];
  const at = (value: number) => ((value + radius) / (2 * radius)) * SIZE;
  const ticks = valueScale([-radius, radius], 'linear').ticks.filter((tick) => Math.abs(tick) <= radius);
  const way = view.way.a.map((a, index) => `${far(at(a))} ${far(SIZE - at(view.way.b[index]!))}`);
  const title = `Batch size ${view.batchSize}: ${formatCount(view.updates)} updates`;
  return (
    <figure class="explorer-chart">
      <p class="explorer-chart-title">{title}</p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${describe(view)}`}>
        {/* Samples lie in the middle of their cells, and the outermost on the edge. */}
        <svg x={EDGE.left} y={EDGE.top} width={SIZE} height={SIZE} viewBox={`0.5 0.5 ${points - 1} ${points - 1}`}>
          {view.bands.map(({ path }, level) => (
            <path key={level} d={path} fill={`var(--heat-${level + 1})`} />
          ))}
        </svg>
        <svg x={EDGE.left} y={EDGE.top} width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`}>
          <path class="race-way is-under" d={`M${way.join('L')}`} />
          <path class="race-way landscape-way" d={`M${way.join('L')}`} />
          <path class="race-minimum" d={`M${SIZE / 2 - 5} ${SIZE / 2}h10m-5 -5v10`} />
        </svg>
        {ticks.map((tick) => (
          <g key={tick}>
            <text class="explorer-tick" x={EDGE.left + at(tick)} y={EDGE.top + SIZE + 15}>
              {String(tick).replace('-', '−')}
            </text>
            <text class="explorer-tick is-y" x={EDGE.left - 5} y={EDGE.top + SIZE - at(tick)} dy="0.34em">
              {String(tick).replace('-', '−')}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

export function describe({ trainLoss, near, greatest }: View): string {
  return `Training loss ${formatNumber(trainLoss)} at the end of training, ${formatNumber(near)} on average around it, at most ${formatNumber(greatest)} on the plane.`;
}

/** What is far outside is drawn no farther out than renderers can take. */
function far(pixel: number): number {
  return Math.round(Math.max(-1e4, Math.min(1e4, pixel)) * 10) / 10;
}
