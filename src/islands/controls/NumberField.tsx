/** A field for a number. */
import { useTyped } from './useTyped.ts';

interface FieldProps {
  id: string;
  label: string;
  value: number;
  /** Returns false if the text was refused. */
  onEnter(text: string): boolean;
}

export function NumberField({ id, label, value, onEnter }: FieldProps) {
  const field = useTyped(value, onEnter);
  return (
    <span class="explorer-field">
      <label for={id}>{label}</label>
      <input id={id} class="explorer-number" type="text" inputMode="decimal" autocomplete="off" {...field} />
    </span>
  );
}
