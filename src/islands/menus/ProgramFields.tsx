/** What kind of file is wanted: for which library, in which form, with the data of how many seeds. */
import { useId } from 'preact/hooks';
import type { Form } from '../../export/python/cells.ts';

export interface ProgramChoice<Target extends string> {
  target: Target;
  form: Form;
  seeds: number;
}

interface Props<Target extends string> {
  titles: Record<Target, string>;
  /** To choose from. */
  seeds: readonly number[];
  choice: ProgramChoice<Target>;
  onChange(choice: ProgramChoice<Target>): void;
}

const FORMS: Record<Form, string> = { script: '.py', notebook: 'notebook' };

export function ProgramFields<Target extends string>({ titles, seeds, choice, onChange }: Props<Target>) {
  const change = (changed: Partial<ProgramChoice<Target>>) => onChange({ ...choice, ...changed });
  return (
    <div class="menu-fields">
      <Choice label="for" titles={titles} value={choice.target} onChange={(target) => change({ target })} />
      <Choice label="as" titles={FORMS} value={choice.form} onChange={(form) => change({ form })} />
      <Choice
        label="seeds"
        titles={Object.fromEntries(seeds.map((count) => [count, String(count)]))}
        value={String(choice.seeds)}
        onChange={(count) => change({ seeds: Number(count) })}
      />
    </div>
  );
}

interface ChoiceProps<Name extends string> {
  label: string;
  titles: Record<Name, string>;
  value: Name;
  onChange(name: Name): void;
}

function Choice<Name extends string>({ label, titles, value, onChange }: ChoiceProps<Name>) {
  const id = useId();
  return (
    <div class="menu-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Name)}>
        {Object.entries<string>(titles).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
