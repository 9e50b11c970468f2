/** A modal dialog with a title and its button to close: closed by Escape, the button, or a press beside it; then the focus is where it was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** What it is about: "Experiment 2.3". */
  name: string;
  onClose(): void;
  children: ComponentChildren;
}

export function Dialog({ title, name, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="menu"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      // Escape closes the dialog; it is not for the island behind it.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        // Its own box is full of what it shows: a press on the dialog itself is one on the backdrop.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="menu-body">
        <header class="menu-header">
          <p class="menu-title" id={`${id}-title`}>
            {title} <span>{name}</span>
          </p>
          <button type="button" class="menu-close" aria-label="Close" onClick={() => dialog.current?.close()}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
