/** What the experiment compares: values that the reader can leave out, and put back, and add to. */
import { useRef } from 'preact/hooks';
import type { Json } from '../../../schema/json.ts';
import type { ShownAxis } from '../state/islandState.ts';

interface Props {
  axes: ShownAxis[];
  scope: string;
  disabled: boolean;
  /** Returns false if the value was refused. */
  onChange(path: string, value: Json): Promise<boolean>;
}

export function ComparedFields({ axes, ...rest }: Props) {
  return (
    <>
      {axes.map((axis) => (
        <AxisFields key={axis.path} axis={axis} {...rest} />
      ))}
    </>
  );
}

function AxisFields({ axis: { path, title, values, isOpen }, scope, disabled, onChange }: Omit<Props, 'axes'> & { axis: ShownAxis }) {
  const added = useRef<HTMLInputElement>(null);
  const id = `${scope}-${path}`;
  const on = values.filter(({ isOn }) => isOn).map(({ label }) => label);
  async function toggle(label: string, box: HTMLInputElement) {
    const wanted = values.filter((value) => (value.label === label ? box.checked : value.isOn)).map((value) => value.label);
    // A refusal leaves the box as it was.
    if (!(await onChange(path, wanted))) box.checked = !box.checked;
  }
  async function add() {
    const text = added.current?.value.trim();
    if (!text || !added.current) return;
    const accepted = await onChange(path, [...on, text]);
    added.current.setAttribute('aria-invalid', String(!accepted));
    if (accepted) added.current.value = '';
  }
  return (
    <fieldset class="experiment-compared">
      <legend>{title}, compared</legend>
      {values.map(({ label, isOn, isPublished }) => (
        <label key={label} class={isPublished === isOn ? undefined : 'is-modified'}>
          <input type="checkbox" checked={isOn} disabled={disabled} onChange={(event) => void toggle(label, event.currentTarget)} /> {label}
        </label>
      ))}
      {isOpen && (
        <span class="experiment-add">
          <label for={`${id}-add`}>another</label>
          <input
            id={`${id}-add`}
            ref={added}
            type="text"
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            onKeyDown={(event) => event.key === 'Enter' && void add()}
          />
          <button type="button" disabled={disabled} onClick={() => void add()} aria-label={`Add a value of ${title}`}>
            Add
          </button>
        </span>
      )}
    </fieldset>
  );
}
