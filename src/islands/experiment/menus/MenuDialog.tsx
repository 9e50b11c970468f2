/** The dialog of a menu. */
import type { Session } from '../session.ts';
import { CitePanel } from './share/CitePanel.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { EmbedPanel } from './share/EmbedPanel.tsx';
import { ExportPanel } from './export/ExportPanel.tsx';
import { MENUS, type MenuName } from './menuNames.ts';
import { SharePanel } from './share/SharePanel.tsx';

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
