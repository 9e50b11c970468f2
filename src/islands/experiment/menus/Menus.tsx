/** "Share · Embed · Cite · Export · Full screen", under an experiment. */
import { LectureButton } from './LectureButton.tsx';
import type { Session } from '../session.ts';
import { MENUS, type MenuName } from './menuNames.ts';
import { MenuRow } from '../../controls/MenuRow.tsx';

interface Props {
  /** "Experiment 2.3". */
  name: string;
  session(): Promise<Session>;
}

export function Menus({ name, session }: Props) {
  async function open(menu: MenuName, onClose: () => void) {
    const [opened, { default: MenuDialog }] = await Promise.all([session(), import('./MenuDialog.tsx')]);
    return <MenuDialog menu={menu} name={name} session={opened} onClose={onClose} />;
  }
  return (
    <MenuRow menus={MENUS} name={name} open={open}>
      <LectureButton />
    </MenuRow>
  );
}
