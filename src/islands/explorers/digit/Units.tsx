/** What the hidden units say of the picture, and what one of them looks for in it. */
import { formatNumber } from '../../../words/format.ts';
import { answer, pushes, weightsFrom, weightsOf, type Network } from './forward.ts';
import { Picture } from './Picture.tsx';
import { HIDDEN } from './setup.ts';

interface Props {
  id: string;
  network: Network;
  picture: Float32Array;
  /** From 0. */
  unit: number;
  onChoose(unit: number): void;
}

const [WIDTH, HEIGHT] = [384, 72];

export function Units({ id, network, picture, unit, onChoose }: Props) {
  const { sums, activations } = answer(network, picture);
  const most = Math.max(...activations, 1e-9);
  const active = activations.filter((activation) => activation > 0).length;
  const weights = weightsOf(network[0], unit);
  const pushed = pushes(network[0], unit, picture);
  const onward = weightsFrom(network[1], unit);
  const [raised, lowered] = [onward.indexOf(Math.max(...onward)), onward.indexOf(Math.min(...onward))];
  const [up, down] = [0, 1].map((side) => pushed.reduce((sum, push) => sum + (push > 0 === (side === 0) ? push : 0), 0)) as [number, number];
  const choose = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    onChoose(Math.min(HIDDEN - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * HIDDEN))));
  };
  return (
    <div class="digit-units">
      <p class="explorer-chart-title">
        {active} of {HIDDEN} hidden units are on
      </p>
      <svg
        class="explorer-interactive"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Activations of the ${HIDDEN} hidden units; ${active} are on.`}
        onClick={choose}
      >
        {activations.map((activation, index) => {
          const tall = (activation / most) * (HEIGHT - 6);
          const x = (index * WIDTH) / HIDDEN;
          return (
            <g key={index}>
              {index === unit && <rect class="digit-unit-chosen" x={x} y="0" width={WIDTH / HIDDEN} height={HEIGHT} />}
              <rect class="digit-unit" x={x + 0.75} y={HEIGHT - 2 - tall} width={WIDTH / HIDDEN - 1.5} height={tall + 2} />
            </g>
          );
        })}
      </svg>
      <div class="explorer-row explorer-interactive">
        <label for={`${id}-unit`}>unit</label>
        <input
          id={`${id}-unit`}
          type="range"
          min="1"
          max={HIDDEN}
          step="1"
          value={unit + 1}
          aria-valuetext={`unit ${unit + 1}, activation ${formatNumber(activations[unit]!)}`}
          onInput={(event) => onChoose(Number(event.currentTarget.value) - 1)}
        />
        <output for={`${id}-unit`}>{unit + 1}</output>
        <button type="button" onClick={() => onChoose(activations.indexOf(Math.max(...activations)))}>
          Most active
        </button>
      </div>
      <div class="digit-pictures">
        <Picture
          values={weights}
          kind="signed"
          title={`Weights of unit ${unit + 1}`}
          description="blue where ink raises its sum, orange where ink lowers it."
        />
        <Picture
          values={pushed}
          kind="signed"
          title="Weight times ink"
          description={`pixels push it up by ${formatNumber(up)} and down by ${formatNumber(-down)}.`}
        />
      </div>
      <p class="explorer-note">
        Pixels push the unit up by {formatNumber(up)} and down by {formatNumber(-down)}; its bias adds {formatNumber(network[0].bias[unit]!)}. The sum is{' '}
        {formatNumber(sums[unit]!)}, so it hands on {formatNumber(activations[unit]!)}. Its strongest weights onward are {formatNumber(onward[raised]!)} to{' '}
        {raised} and {formatNumber(onward[lowered]!)} to {lowered}.
      </p>
    </div>
  );
}
