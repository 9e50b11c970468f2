/** One of a few things with titles. */
import { useId } from 'preact/hooks';

interface Props<Name extends string> {
  label: string;
  titles: Readonly<Record<Name, string>>;
  value: Name;
  /** Defaults to false. */
  disabled?: boolean;
  onChange(name: Name): void;
  /** Of label and control together. */
  class: string;
}

export function Choice<Name extends string>({ label, titles, value, disabled, onChange, class: className }: Props<Name>) {
  const id = useId();
  return (
    <span class={className}>
      <label for={id}>{label}</label>
      <select id={id} disabled={disabled} value={value} onChange={(event) => onChange(event.currentTarget.value as Name)}>
        {Object.entries<string>(titles).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </span>
  );
}
