/** A button that stays focusable when there is nothing for it to do: a disabled one would lose the reader's place. */
import type { ComponentChildren } from 'preact';

interface Props {
  class?: string;
  /** Nothing to do. */
  idle?: boolean;
  title?: string;
  label?: string;
  onPress(): void;
  children: ComponentChildren;
}

export function ActionButton({ class: name, idle = false, title, label, onPress, children }: Props) {
  return (
    <button type="button" class={name} title={title} aria-label={label} aria-disabled={idle} onClick={() => !idle && onPress()}>
      {children}
    </button>
  );
}
