/** What the curves are drawn over. Another axis is another drawing of the same runs: nothing is trained again. */
import { X_NAMES, type XAxis } from '../figures/xNames.ts';
import type { IslandState } from './islandState.ts';

interface Props {
  state: IslandState;
  scope: string;
  onChange(axis: XAxis): void;
}

export function AxisField({ state, scope, onChange }: Props) {
  return (
    <div class="experiment-field experiment-axis">
      <label for={`${scope}-axis`}>curves over</label>
      <select id={`${scope}-axis`} value={state.axis.value} onChange={(event) => onChange(event.currentTarget.value as XAxis)}>
        {Object.entries(X_NAMES).map(([axis, name]) => (
          // Recordings hold no times, which differ from machine to machine.
          <option key={axis} value={axis} disabled={axis === 'time' && !state.showsLive.value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
