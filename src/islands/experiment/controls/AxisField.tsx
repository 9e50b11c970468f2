/** What the curves are drawn over, and on which scale. Another axis is another drawing of the same runs: nothing is trained again. */
import { X_NAMES, type XAxis } from '../../../figures/data/xNames.ts';
import type { IslandState } from '../state/islandState.ts';

interface Props {
  state: IslandState;
  scope: string;
  onChange(axis: XAxis, scale: 'linear' | 'log'): void;
}

export function AxisField({ state: { axis, axisScale, showsLive }, scope, onChange }: Props) {
  return (
    <div class="experiment-field experiment-axis">
      <label for={`${scope}-axis`}>curves over</label>
      <select id={`${scope}-axis`} value={axis.value} onChange={(event) => onChange(event.currentTarget.value as XAxis, axisScale.value)}>
        {Object.entries(X_NAMES).map(([name, text]) => (
          // Recordings hold no times, which differ from machine to machine.
          <option key={name} value={name} disabled={name === 'time' && !showsLive.value}>
            {text}
          </option>
        ))}
      </select>
      <input
        id={`${scope}-axis-log`}
        type="checkbox"
        checked={axisScale.value === 'log'}
        onChange={(event) => onChange(axis.value, event.currentTarget.checked ? 'log' : 'linear')}
      />
      <label for={`${scope}-axis-log`}>logarithmic</label>
    </div>
  );
}
