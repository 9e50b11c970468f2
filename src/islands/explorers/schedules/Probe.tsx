import { formatNumber } from '../../../words/format.ts';
import type { Rated } from './RatesTable.tsx';

interface Props {
  id: string;
  unit: string;
  /** In units of x, from 0 to `last`. */
  position: number;
  last: number;
  /** The update there, in words and as a number from 0. */
  moment: string;
  update: number;
  shown: readonly Rated[];
  /** The base learning rate. */
  base: number;
  onMove(position: number): void;
}

/** A place in the run to move along, and the exact learning rates there. */
export function Probe({ id, unit, position, last, moment, update, shown, base, onMove }: Props) {
  return (
    <div>
      <div class="explorer-row explorer-interactive">
        <span class="explorer-field explorer-wide-field">
          <label for={id}>probe, in {unit}</label>
          <input
            {...{ id, min: 0, max: last, step: 1 }}
            type="range"
            value={position}
            aria-valuetext={`${moment}: ${shown.map(({ title, rate }) => `${title} ${formatNumber(rate(update), 5)}`).join('; ')}`}
            onInput={(event) => onMove(Number(event.currentTarget.value))}
          />
        </span>
      </div>
      <div class="explorer-table" role="region" tabIndex={0} aria-label="Learning rates at the probe">
        <table>
          <thead>
            <tr>
              <th scope="col" class="is-text">
                at {moment}
              </th>
              <th scope="col">learning rate</th>
              <th scope="col">share of the base</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ title, rate }) => (
              <tr key={title}>
                <th scope="row" class="is-text">
                  {title}
                </th>
                <td>{formatNumber(rate(update), 5)}</td>
                <td>{formatNumber(rate(update) / base, 5)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
