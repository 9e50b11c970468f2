/** Who runs, with which rate and momentum, and how each one stands: the controls and the results in one table. */
import { formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { readNumber } from '../parts/readNumber.ts';
import { useTyped } from '../../controls/useTyped.ts';
import type { Race } from './race.ts';
import { RacerMark } from './RacerMark.tsx';
import { racers, type Entrant } from './racers.ts';
import { LIMITS } from './setup.ts';
import { standing } from './standing.ts';

interface Props {
  /** Prefix that makes element ids unique in the page. */
  scope: string;
  entrants: readonly Entrant[];
  race: Race;
  step: number;
  onChange(entrant: Entrant): void;
  onProblem(text: string): void;
}

export function RaceTable({ scope, entrants, race, step, onChange, onProblem }: Props) {
  return (
    <div class="explorer-table" role="region" tabIndex={0} aria-label="Racers and how they stand">
      <table class="race-table">
        <thead>
          <tr>
            <th scope="col" class="is-text">
              racer
            </th>
            <th scope="col">learning rate</th>
            <th scope="col">momentum</th>
            <th scope="col">step</th>
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">f(x, y)</th>
            <th scope="col" class="is-text">
              result
            </th>
          </tr>
        </thead>
        <tbody>
          {entrants.map((entrant, index) => {
            const { title } = racers[index]!;
            const run = race.runs.find(({ id }) => id === entrant.id);
            const now = run && standing(run, step);
            const field = (key: 'learningRate' | 'momentum', value: number) => (
              <NumberCell
                id={`${scope}-${entrant.id}-${key}`}
                label={`${LIMITS[key].label} of ${title}`}
                value={value}
                onEnter={(text) => {
                  const reading = readNumber(text, { ...LIMITS[key], label: `${LIMITS[key].label} of ${title}` });
                  if ('problem' in reading) onProblem(reading.problem);
                  else onChange({ ...entrant, isOn: true, [key]: reading.value });
                  return 'value' in reading;
                }}
              />
            );
            return (
              <tr key={entrant.id} class={entrant.isOn ? '' : 'explorer-interactive'}>
                <th scope="row">
                  <span class="race-racer">
                    <input
                      class="explorer-interactive"
                      type="checkbox"
                      id={`${scope}-${entrant.id}`}
                      checked={entrant.isOn}
                      onChange={(event) => onChange({ ...entrant, isOn: event.currentTarget.checked })}
                    />
                    <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
                      <line
                        x1="0"
                        x2="40"
                        y1="8"
                        y2="8"
                        style={{ stroke: seriesStyle(index).color, 'stroke-dasharray': seriesStyle(index).dash }}
                        stroke-width="2.5"
                      />
                      <RacerMark index={index} x={20} y={8} />
                    </svg>
                    <label for={`${scope}-${entrant.id}`}>{title}</label>
                  </span>
                </th>
                <td>{field('learningRate', entrant.learningRate)}</td>
                <td>{entrant.momentum === undefined ? '' : field('momentum', entrant.momentum)}</td>
                <td>{now?.at ?? ''}</td>
                <td>{now && formatNumber(now.x, 4)}</td>
                <td>{now && formatNumber(now.y, 4)}</td>
                <td>{now && formatNumber(now.value)}</td>
                <td class="is-text">{now?.state ?? 'does not run'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** On paper and without scripts the number stands there as text. */
function NumberCell({ id, label, value, onEnter }: { id: string; label: string; value: number; onEnter(text: string): boolean }) {
  const field = useTyped(value, onEnter);
  return (
    <>
      <input id={id} class="explorer-number explorer-interactive" type="text" inputMode="decimal" autocomplete="off" aria-label={label} {...field} />
      <span class="race-paper">{value}</span>
    </>
  );
}
