/** The landscape from above, the ways of the racers on it, and a handle for their start. */
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
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
  const stage = useRef<HTMLDivElement>(null);
  const [right, bottom] = [WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
  const px = (x: number) => EDGE.left + ((x - landscape.x[0]) / (landscape.x[1] - landscape.x[0])) * (right - EDGE.left);
  const py = (y: number) => bottom - ((y - landscape.y[0]) / (landscape.y[1] - landscape.y[0])) * (bottom - EDGE.top);
  const point = (event: PointerEvent) => {
    if (!stage.current || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const box = stage.current.getBoundingClientRect();
    const [u, v] = [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
    onStart([
      landscape.x[0] + ((u - EDGE.left) / (right - EDGE.left)) * (landscape.x[1] - landscape.x[0]),
      landscape.y[0] + ((bottom - v) / (bottom - EDGE.top)) * (landscape.y[1] - landscape.y[0]),
    ]);
  };
  const press = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction) return;
    event.preventDefault();
    const share = event.shiftKey ? 10 : 100;
    const [dx, dy] = [(landscape.x[1] - landscape.x[0]) / share, (landscape.y[1] - landscape.y[0]) / share];
    onStart([start[0] + direction[0] * dx, start[1] + direction[1] * dy]);
  };
  return (
    <div class="race-stage" ref={stage}>
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
      {/* Pressed anywhere, the start goes there; on touch only the handle moves it, so that the page can be scrolled. */}
      <div
        class="race-ground explorer-interactive"
        data-draggable=""
        onPointerDown={(event) => event.pointerType === 'mouse' && point(event)}
        onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      />
      <div
        class="race-handle explorer-interactive"
        data-draggable=""
        role="slider"
        tabIndex={0}
        aria-label="Start of all racers; the arrow keys move it in both directions"
        aria-valuemin={landscape.x[0]}
        aria-valuemax={landscape.x[1]}
        aria-valuenow={start[0]}
        aria-valuetext={`x ${formatNumber(start[0])}, y ${formatNumber(start[1])}`}
        style={{ left: `${(px(start[0]) / WIDTH) * 100}%`, top: `${(py(start[1]) / HEIGHT) * 100}%` }}
        onKeyDown={press}
        onPointerDown={(event) => event.isTrusted && event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={point}
      />
    </div>
  );
}

const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

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
