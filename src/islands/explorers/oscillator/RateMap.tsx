/** The factor per update over learning rate and momentum, with a handle for the pair that is shown, and marks for the best ones. */
import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
import { PlaneHandle } from '../parts/PlaneHandle.tsx';
import { limitOf, type Rule } from './ball.ts';
import { FACTORS, MOST_RATE, rateBands, SIDE } from './rateBands.ts';
import { bestOf, bestPlain, ravineFactor } from './ravine.ts';
import { within, type Setup } from './setup.ts';

interface Props {
  setup: Setup;
  onChange(rule: Rule): void;
}

const WIDTH = 440;
const HEIGHT = 330;
const EDGE = { left: 34, right: 8, top: 8, bottom: 34 };
const [RIGHT, BOTTOM] = [WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
const px = (rate: number) => EDGE.left + (rate / MOST_RATE) * (RIGHT - EDGE.left);
const py = (momentum: number) => BOTTOM - momentum * (BOTTOM - EDGE.top);

export function RateMap({ setup, onChange }: Props) {
  const { method, kappa, rate, momentum } = setup;
  const bands = useMemo(() => rateBands(method, kappa), [method, kappa]);
  const factor = ravineFactor(setup, kappa);
  const place = `learning rate ${formatNumber(rate)}, momentum ${formatNumber(momentum)}`;
  return (
    <figure class="explorer-chart">
      <p class="explorer-chart-title">Factor per update: learning rate (across) and momentum (up)</p>
      <div class="race-stage">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`Factor per update over learning rate and momentum. At ${place} it is ${formatNumber(factor)}.`}
        >
          <svg x={EDGE.left} y={EDGE.top} width={RIGHT - EDGE.left} height={BOTTOM - EDGE.top} viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
            {bands.map(({ path, from }, level) => (
              <path key={from} d={path} fill={`var(--heat-${level + 1})`} />
            ))}
          </svg>
          <path class="oscillator-limit" d={`M${limits(setup).join('L')}L${RIGHT} ${EDGE.top}V${BOTTOM}Z`} />
          {[0, 1, 2, 3, 4].map((tick) => (
            <text key={tick} class="explorer-tick" x={px(tick)} y={BOTTOM + 15}>
              {tick}
            </text>
          ))}
          {[0, 0.5, 1].map((tick) => (
            <text key={tick} class="explorer-tick is-y" x={EDGE.left - 5} y={py(tick)} dy="0.34em">
              {tick}
            </text>
          ))}
          <text class="explorer-tick is-label" x={RIGHT} y={HEIGHT - 4}>
            learning rate η, in units of 1/λ₂ →
          </text>
          <text class="explorer-tick" x={px(3.2)} y={py(0.14)}>
            diverges
          </text>
          <Mark rule={bestPlain(kappa)} label="best without momentum" />
          <Mark rule={bestOf(method, kappa)} label="best" />
        </svg>
        <PlaneHandle
          label="Learning rate and momentum"
          value={{ now: rate, min: 0, max: MOST_RATE, text: `${place}: factor ${formatNumber(factor)}` }}
          at={{ across: px(rate) / WIDTH, down: py(momentum) / HEIGHT }}
          onPlace={({ across, down }) =>
            onChange(
              within({
                method,
                rate: ((across * WIDTH - EDGE.left) / (RIGHT - EDGE.left)) * MOST_RATE,
                momentum: (BOTTOM - down * HEIGHT) / (BOTTOM - EDGE.top),
              }),
            )
          }
          onArrow={(right, up, far) => {
            const stride = far ? 10 : 1;
            onChange(within({ method, rate: rate + right * stride * 0.02, momentum: momentum + up * stride * 0.01 }));
          }}
        />
      </div>
      <figcaption class="explorer-note">
        The stronger the color, the slower; bands begin at {FACTORS.slice(1).join(', ')}. Plus: the best without momentum (below) and with it.
        <span class="explorer-interactive"> Ring: what is shown. Drag it, or move it with the arrow keys (with Shift, farther).</span>
      </figcaption>
    </figure>
  );
}

/** Points of the border beyond which nothing converges, from no momentum to the most; λ₂ is 1. */
function limits({ method }: Setup): string[] {
  return Array.from({ length: 33 }, (_, index) => `${px(limitOf(method, index / 32))} ${py(index / 32)}`);
}

function Mark({ rule, label }: { rule: Rule; label: string }) {
  return (
    <path class="race-minimum" d={`M${px(rule.rate) - 5} ${py(rule.momentum)}h10m-5 -5v10`}>
      <title>{label}</title>
    </path>
  );
}
