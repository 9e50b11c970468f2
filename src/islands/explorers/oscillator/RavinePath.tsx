/** The way through the ravine, seen from above: along it to the right, across it upwards. */
import type { Way } from './ball.ts';

interface Props {
  along: Way;
  across: Way;
  kappa: number;
  description: string;
}

const WIDTH = 440;
const HEIGHT = 240;
const REACH = { x: 1.15, y: 1.15 };
const px = (x: number) => far(((x + REACH.x) / (2 * REACH.x)) * WIDTH);
const py = (y: number) => far(((REACH.y - y) / (2 * REACH.y)) * HEIGHT);
/** Shares of the loss at the start, whose lines are drawn. */
const LEVELS = [1, 0.5, 0.2, 0.05];

export function RavinePath({ along, across, kappa, description }: Props) {
  const count = Math.min(along.x.length, across.x.length);
  const points = Array.from({ length: count }, (_, update) => `${px(along.x[update]!)} ${py(across.x[update]!)}`);
  const start = (1 / kappa + 1) / 2;
  return (
    <figure class="explorer-chart">
      <p class="explorer-chart-title">The way, from above</p>
      <div class="race-stage">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`The way from above. ${description}`}>
          {LEVELS.map((level) => (
            <ellipse
              key={level}
              class="oscillator-level"
              cx={px(0)}
              cy={py(0)}
              rx={(Math.sqrt(2 * level * start * kappa) / (2 * REACH.x)) * WIDTH}
              ry={(Math.sqrt(2 * level * start) / (2 * REACH.y)) * HEIGHT}
            />
          ))}
          <path class="race-minimum" d={`M${px(0) - 5} ${py(0)}h10m-5 -5v10`} />
          <path class="race-way is-under" d={`M${points.join('L')}`} />
          <path class="race-way oscillator-way" d={`M${points.join('L')}`} />
          {points.map((point, update) => {
            const [cx, cy] = point.split(' ');
            return <circle key={update} class="oscillator-dot" cx={cx} cy={cy} r={update === 0 ? 5 : 2.2} />;
          })}
        </svg>
      </div>
      <figcaption class="explorer-note">Lines of equal loss, the minimum in the middle. The start is above, on the right.</figcaption>
    </figure>
  );
}

/** What is far outside is drawn no farther out than renderers can take. */
function far(pixel: number): number {
  return Math.round(Math.max(-1e4, Math.min(1e4, pixel)) * 10) / 10;
}
