/** The dialog of a search's menu. */
import { Dialog } from '../../controls/Dialog.tsx';
import type { OpenSearch } from '../searchSession.ts';
import { SearchExportPanel } from './SearchExportPanel.tsx';
import type { SearchMenuName } from './searchMenuNames.ts';
import { SearchSharePanel } from './SearchSharePanel.tsx';

interface Props extends OpenSearch {
  menu: SearchMenuName;
  title: string;
  name: string;
  onClose(): void;
}

const PANELS = { share: SearchSharePanel, export: SearchExportPanel } as const;

export default function SearchMenuDialog({ menu, title, name, session, edited, onClose }: Props) {
  const Panel = PANELS[menu];
  return (
    <Dialog title={title} name={name} onClose={onClose}>
      <Panel session={session} edited={edited} />
    </Dialog>
  );
}
