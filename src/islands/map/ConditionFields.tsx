/** The conditions of a map: which settings they are, and their values. */
import type { TypedCondition } from '../../experiments/maps/chooseMap.ts';
import { Choice } from '../controls/Choice.tsx';
import { useTyped } from '../controls/useTyped.ts';

interface Props {
  scope: string;
  conditions: TypedCondition[];
  titles: Record<string, string>;
  disabled: boolean;
  onChange(conditions: TypedCondition[]): void;
}

export function ConditionFields({ scope, conditions, titles, disabled, onChange }: Props) {
  const change = (index: number, part: Partial<TypedCondition>) =>
    onChange(conditions.map((condition, place) => (place === index ? { ...condition, ...part } : condition)));
  return (
    <fieldset class="map-conditions">
      <legend class="visually-hidden">Conditions of the map</legend>
      {conditions.map(({ name, values }, index) => (
        <div class="experiment-row" key={index}>
          <Choice
            class="experiment-field"
            label={conditions.length > 1 && index === 0 ? 'down' : 'across'}
            titles={titles}
            value={name}
            disabled={disabled}
            // The values of another setting would mean nothing to it.
            onChange={(chosen) => change(index, { name: chosen, values: '' })}
          />
          <ValuesField
            id={`${scope}-${index}`}
            title={titles[name] ?? name}
            value={values}
            disabled={disabled}
            onChange={(text) => change(index, { values: text })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function ValuesField({ id, title, value, disabled, onChange }: { id: string; title: string; value: string; disabled: boolean; onChange(text: string): void }) {
  const field = useTyped(value, (text) => {
    onChange(text.trim());
    return true;
  });
  return (
    <div class="experiment-field map-values">
      <label for={id}>values of {title}</label>
      <input id={id} type="text" autocomplete="off" spellcheck={false} disabled={disabled} placeholder="with commas between them" {...field} />
    </div>
  );
}
