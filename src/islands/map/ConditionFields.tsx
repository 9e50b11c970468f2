/** The conditions of a map: which settings they are, and their values. */
import type { TypedCondition } from '../../experiments/maps/chooseMap.ts';
import { Choice } from '../controls/Choice.tsx';
import { useTyped } from '../controls/useTyped.ts';

/** A setting, and the values that it begins with. */
export interface ConditionChoice {
  title: string;
  values: string;
}

interface Props {
  scope: string;
  conditions: TypedCondition[];
  choices: Record<string, ConditionChoice>;
  disabled: boolean;
  onChange(conditions: TypedCondition[]): void;
}

export function ConditionFields({ scope, conditions, choices, disabled, onChange }: Props) {
  const change = (index: number, part: Partial<TypedCondition>) =>
    onChange(conditions.map((condition, place) => (place === index ? { ...condition, ...part } : condition)));
  const titles = Object.fromEntries(Object.entries(choices).map(([name, { title }]) => [name, title]));
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
            onChange={(chosen) => change(index, { name: chosen, values: choices[chosen]?.values ?? '' })}
          />
          <ValuesField
            id={`${scope}-${index}`}
            title={choices[name]?.title ?? name}
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
