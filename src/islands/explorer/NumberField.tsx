/** A field for a number; what is refused stays in it, so that it can be mended. */
import { useState } from 'preact/hooks';

interface FieldProps {
  id: string;
  label: string;
  value: number;
  /** Returns false if the text was refused. */
  onEnter(text: string): boolean;
}

export function NumberField({ id, label, value, onEnter }: FieldProps) {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  return (
    <span class="explorer-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="explorer-number"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-invalid={refused !== undefined}
        value={refused ?? value}
        onChange={(event) => setRefused(onEnter(event.currentTarget.value) ? undefined : event.currentTarget.value)}
      />
    </span>
  );
}
