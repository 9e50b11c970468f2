/** The dialog of a menu: modal, closed by Escape, its button, or a press beside it; then the focus is where it was. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Session } from '../session.ts';
import { CitePanel } from './CitePanel.tsx';
import { EmbedPanel } from './EmbedPanel.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { MENUS, type MenuName } from './menuNames.ts';
import { SharePanel } from './SharePanel.tsx';

interface Props {
  menu: MenuName;
  name: string;
  session: Session;
  onClose(): void;
}

const PANELS = { share: SharePanel, embed: EmbedPanel, cite: CitePanel, export: ExportPanel } as const;

export default function MenuDialog({ menu, name, session, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const Panel = PANELS[menu];
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
            {MENUS[menu]} <span>{name}</span>
          </p>
          <button type="button" class="menu-close" aria-label="Close" onClick={() => dialog.current?.close()}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <Panel session={session} />
      </div>
    </dialog>
  );
}
