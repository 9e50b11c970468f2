/** The factor per update over learning rate and momentum, with a handle for the pair that is shown, and marks for the best ones. */
import { useMemo, useRef } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
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
  const stage = useRef<HTMLDivElement>(null);
  const { method, kappa, rate, momentum } = setup;
  const bands = useMemo(() => rateBands(method, kappa), [method, kappa]);
  const point = (event: PointerEvent) => {
    if (!stage.current || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const box = stage.current.getBoundingClientRect();
    const [x, y] = [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
    onChange(within({ method, rate: ((x - EDGE.left) / (RIGHT - EDGE.left)) * MOST_RATE, momentum: (BOTTOM - y) / (BOTTOM - EDGE.top) }));
  };
  const press = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction) return;
    event.preventDefault();
    const stride = event.shiftKey ? 10 : 1;
    onChange(within({ method, rate: rate + direction[0] * stride * 0.02, momentum: momentum + direction[1] * stride * 0.01 }));
  };
  const factor = ravineFactor(setup, kappa);
  const place = `learning rate ${formatNumber(rate)}, momentum ${formatNumber(momentum)}`;
  return (
    <figure class="explorer-chart">
      <p class="explorer-chart-title">Factor per update: learning rate (across) and momentum (up)</p>
      <div class="race-stage" ref={stage}>
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
        {/* Pressed anywhere, the pair goes there; on touch only the handle moves it, so that the page can be scrolled. */}
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
          aria-label="Learning rate and momentum; the arrow keys move it in both directions"
          aria-valuemin={0}
          aria-valuemax={MOST_RATE}
          aria-valuenow={rate}
          aria-valuetext={`${place}: factor ${formatNumber(factor)}`}
          style={{ left: `${(px(rate) / WIDTH) * 100}%`, top: `${(py(momentum) / HEIGHT) * 100}%` }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={point}
          onKeyDown={press}
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

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
