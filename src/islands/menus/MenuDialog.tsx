/** The dialog of a menu. */
import type { Session } from '../session.ts';
import { CitePanel } from './CitePanel.tsx';
import { Dialog } from './Dialog.tsx';
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
  const Panel = PANELS[menu];
  return (
    <Dialog title={MENUS[menu]} name={name} onClose={onClose}>
      <Panel session={session} />
    </Dialog>
  );
}
