/** What kind of file is wanted: for which library, in which form, with the data of how many seeds. */
import type { Form } from '../../../../export/python/cells.ts';
import { Choice } from '../../../controls/Choice.tsx';

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
      <Choice class="menu-field" label="for" titles={titles} value={choice.target} onChange={(target) => change({ target })} />
      <Choice class="menu-field" label="as" titles={FORMS} value={choice.form} onChange={(form) => change({ form })} />
      <Choice
        class="menu-field"
        label="seeds"
        titles={Object.fromEntries(seeds.map((count) => [count, String(count)]))}
        value={String(choice.seeds)}
        onChange={(count) => change({ seeds: Number(count) })}
      />
    </div>
  );
}
