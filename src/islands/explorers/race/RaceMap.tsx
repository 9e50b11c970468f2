/** The landscape from above, the ways of the racers on it, and a handle for their start. */
import { formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
import { PlaneHandle } from '../parts/PlaneHandle.tsx';
import { SIDE } from './contourBands.ts';
import type { Landscape, Point } from './landscapes/landscape.ts';
import type { Race, Run } from './race.ts';
import { RacerMark } from './RacerMark.tsx';
import { racers } from './racers.ts';
import { standing } from './standing.ts';

interface Props {
  race: Race;
  landscape: Landscape;
  /** Where the handle is. */
  start: Point;
  /** Steps that are shown. */
  step: number;
  description: string;
  onStart(start: Point): void;
}

const WIDTH = 440;
const HEIGHT = 400;
const EDGE = { left: 34, right: 8, top: 8, bottom: 24 };

export function RaceMap({ race, landscape, start, step, description, onStart }: Props) {
  const [right, bottom] = [WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
  const px = (x: number) => EDGE.left + ((x - landscape.x[0]) / (landscape.x[1] - landscape.x[0])) * (right - EDGE.left);
  const py = (y: number) => bottom - ((y - landscape.y[0]) / (landscape.y[1] - landscape.y[0])) * (bottom - EDGE.top);
  return (
    <div class="race-stage">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${landscape.title} from above. ${description}`}>
        <svg x={EDGE.left} y={EDGE.top} width={right - EDGE.left} height={bottom - EDGE.top} viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
          {race.bands.map(({ path }, level) => (
            <path key={level} d={path} fill={`var(--heat-${level + 1})`} />
          ))}
        </svg>
        {(['x', 'y'] as const).map((axis) =>
          ticksOf(landscape[axis]).map((tick) => (
            <text
              key={`${axis}${tick}`}
              class={axis === 'x' ? 'explorer-tick' : 'explorer-tick is-y'}
              x={axis === 'x' ? px(tick) : EDGE.left - 5}
              y={axis === 'x' ? bottom + 15 : py(tick)}
              dy={axis === 'x' ? 0 : '0.34em'}
            >
              {String(tick).replace('-', '−')}
            </text>
          )),
        )}
        {landscape.minima.map(([x, y]) => (
          <path key={x} class="race-minimum" d={`M${px(x) - 5} ${py(y)}h10M${px(x)} ${py(y) - 5}v10`} />
        ))}
        <svg
          x={EDGE.left}
          y={EDGE.top}
          width={right - EDGE.left}
          height={bottom - EDGE.top}
          viewBox={`${EDGE.left} ${EDGE.top} ${right - EDGE.left} ${bottom - EDGE.top}`}
        >
          {race.runs.map((run) => (
            <Way key={run.id} run={run} step={step} px={px} py={py} />
          ))}
        </svg>
      </svg>
      <PlaneHandle
        label="Start of all racers"
        value={{ now: start[0], min: landscape.x[0], max: landscape.x[1], text: `x ${formatNumber(start[0])}, y ${formatNumber(start[1])}` }}
        at={{ across: px(start[0]) / WIDTH, down: py(start[1]) / HEIGHT }}
        onPlace={({ across, down }) =>
          onStart([
            landscape.x[0] + ((across * WIDTH - EDGE.left) / (right - EDGE.left)) * (landscape.x[1] - landscape.x[0]),
            landscape.y[0] + ((bottom - down * HEIGHT) / (bottom - EDGE.top)) * (landscape.y[1] - landscape.y[0]),
          ])
        }
        onArrow={(toRight, up, far) => {
          const share = far ? 10 : 100;
          const [dx, dy] = [(landscape.x[1] - landscape.x[0]) / share, (landscape.y[1] - landscape.y[0]) / share];
          onStart([start[0] + toRight * dx, start[1] + up * dy]);
        }}
      />
    </div>
  );
}

function Way({ run, step, px, py }: { run: Run; step: number; px(x: number): number; py(y: number): number }) {
  const index = racers.findIndex(({ id }) => id === run.id);
  const { at, x, y } = standing(run, step);
  const d = `M${run.x
    .slice(0, at + 1)
    .map((value, i) => `${far(px(value))} ${far(py(run.y[i]!))}`)
    .join('L')}`;
  const { color, dash } = seriesStyle(index);
  return (
    <g>
      <path class="race-way is-under" d={d} />
      <path class="race-way" d={d} style={{ stroke: color, 'stroke-dasharray': dash }} />
      <RacerMark index={index} x={far(px(x))} y={far(py(y))} />
    </g>
  );
}

/** Pixels to a tenth; what is far outside is drawn no farther out than renderers can take. */
function far(pixel: number): number {
  return Math.round(Math.max(-1e4, Math.min(1e4, pixel)) * 10) / 10;
}

function ticksOf([low, high]: readonly [number, number]): number[] {
  return valueScale([low, high], 'linear').ticks.filter((tick) => tick >= low && tick <= high);
}
