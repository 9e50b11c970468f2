/** A slider over the points of the runs: every figure shows that moment. At its right end the figures follow the training. */
import { formatCount } from '../../../words/format.ts';
import type { IslandState } from '../state/islandState.ts';

interface Props {
  state: IslandState;
  scope: string;
  onShow(step: number | undefined): void;
}

export function Timeline({ state, scope, onShow }: Props) {
  const stops = state.stops.value;
  const { value: moment } = state.moment;
  if (stops.length < 2) return null;
  const last = stops.length - 1;
  const found = moment === undefined ? last : stops.findLastIndex((step) => step <= moment);
  const text = `after ${formatCount(moment ?? stops[last]!)} updates`;
  return (
    <div class="experiment-timeline">
      <label for={`${scope}-timeline`}>timeline</label>
      <input
        id={`${scope}-timeline`}
        type="range"
        min={0}
        max={last}
        step={1}
        value={found}
        aria-valuetext={moment === undefined ? `${text}, the latest` : text}
        onInput={(event) => {
          const index = Number(event.currentTarget.value);
          onShow(index >= last ? undefined : stops[index]);
        }}
      />
      <output for={`${scope}-timeline`}>{moment === undefined ? 'latest' : text}</output>
    </div>
  );
}
