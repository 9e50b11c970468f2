/** One schedule to choose, and its hyperparameters. */
import { findEntry, type Hyperparameter } from '../../../nn/entry.ts';
import type { Schedule } from '../../../nn/catalog.ts';
import { schedules } from '../../../nn/schedules/index.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import { chooseSchedule, rangeOf } from './setup.ts';

interface Props {
  id: string;
  label: string;
  schedule: Schedule | undefined;
  /** There may be none. */
  optional: boolean;
  onChange(schedule: Schedule | undefined): void;
  /** A number was typed; returns false if it was refused. */
  onEnter(reading: NumberReading, apply: (value: number) => void): boolean;
}

export function ScheduleFields({ id, label, schedule, optional, onChange, onEnter }: Props) {
  const hyperparameters: Record<string, Hyperparameter> = schedule ? findEntry('schedule', schedules, schedule.name).hyperparameters : {};
  return (
    <div class="explorer-row explorer-interactive" role="group" aria-label={optional ? 'Second schedule' : 'First schedule'}>
      <span class="explorer-field">
        <label for={id}>{label}</label>
        <select
          id={id}
          value={schedule?.name ?? ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : chooseSchedule(event.currentTarget.value))}
        >
          {optional && <option value="">nothing</option>}
          {schedules.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </span>
      {schedule &&
        Object.entries(hyperparameters).map(([key, hyperparameter]) =>
          hyperparameter.kind === 'number' ? (
            <NumberField
              key={`${schedule.name} ${key}`}
              id={`${id}-${key}`}
              label={key}
              value={Number(schedule[key])}
              onEnter={(text) => onEnter(readNumber(text, rangeOf(key, hyperparameter)), (value) => onChange({ ...schedule, [key]: value }))}
            />
          ) : (
            <label key={`${schedule.name} ${key}`}>
              <input type="checkbox" checked={schedule[key] === true} onChange={(event) => onChange({ ...schedule, [key]: event.currentTarget.checked })} />
              {key}
            </label>
          ),
        )}
    </div>
  );
}
