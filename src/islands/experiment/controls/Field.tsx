/** The control for one setting. What it may hold comes from the catalog and the data sets. */
import { useRef, useState } from 'preact/hooks';
import type { Setting } from '../../../experiments/settings/setting.ts';
import type { Json } from '../../../schema/json.ts';
import { numberOrText, typedNumber } from '../../../schema/numberText.ts';

export interface FieldProps {
  /** Prefix that makes element ids unique in the page. */
  scope: string;
  setting: Setting;
  /** The published value, where this one differs from it. */
  published: string | undefined;
  disabled: boolean;
  /** Returns false if the value was refused. */
  onChange(path: string, value: Json): Promise<boolean>;
}

export function Field({ scope, setting, published, disabled, onChange }: FieldProps) {
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // What is being typed stays while the session loads and draws the field anew.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const id = `${scope}-${setting.path}`;
  const locked = setting.comparedBy !== undefined;
  const shared = { id, name: setting.path, ref: control, disabled: disabled || locked, 'aria-describedby': `${id}-note` };

  async function commit() {
    const element = control.current;
    if (!element) return;
    const value = readValue(setting, element);
    const accepted = value !== undefined && (await onChange(setting.path, value));
    element.setAttribute('aria-invalid', String(!accepted));
    setTyped(undefined);
    if (value === undefined) element.reportValidity();
    else if (!accepted) writeValue(setting, element);
  }

  return (
    <div class={`experiment-field experiment-field-${setting.kind}${published === undefined ? '' : ' is-modified'}`}>
      <label for={id}>{setting.label}</label>
      {setting.kind === 'choice' ? (
        <select {...shared} value={setting.value} onChange={commit}>
          {setting.options.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      ) : setting.kind === 'boolean' ? (
        <input {...shared} type="checkbox" checked={setting.value} onChange={commit} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={setting.kind === 'number' ? 'decimal' : 'text'}
          autocomplete="off"
          spellcheck={false}
          value={typed ?? textOf(setting)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={commit}
        />
      )}
      <span class="experiment-field-note" id={`${id}-note`}>
        {locked ? (
          `compared: set by ${setting.comparedBy ?? ''}`
        ) : published === undefined ? (
          <span class="visually-hidden">{setting.description}</span>
        ) : (
          `published: ${published}`
        )}
      </span>
    </div>
  );
}

/** Undefined if it is not the kind of value that the setting holds. */
function readValue(setting: Setting, element: HTMLInputElement & HTMLSelectElement): Json | undefined {
  const text = element.value.trim().replace('−', '-');
  switch (setting.kind) {
    case 'choice':
      return text;
    case 'boolean':
      return element.checked;
    // What is not a number goes on as text: the schema then says what was found and what is allowed.
    case 'number':
      return typedNumber(text);
    case 'numbers':
      return text === ''
        ? []
        : text
            .split(/[\s,]+|(?<=\d)-(?=\d)/)
            .filter(Boolean)
            .map(numberOrText);
  }
}

function writeValue(setting: Setting, element: HTMLInputElement): void {
  if (setting.kind === 'boolean') element.checked = setting.value;
  else element.value = textOf(setting);
}

function textOf(setting: Setting): string {
  return setting.kind === 'numbers' ? setting.value.join(', ') : String(setting.value);
}
