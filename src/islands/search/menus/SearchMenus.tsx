/** "Share · Export", under a search. */
import { MenuRow } from '../../controls/MenuRow.tsx';
import type { SearchSession } from '../searchSession.ts';
import { SEARCH_MENUS, type SearchMenuName } from './searchMenuNames.ts';

interface Props {
  /** "Search 4.1". */
  name: string;
  session(): Promise<SearchSession>;
}

export function SearchMenus({ name, session }: Props) {
  async function open(menu: SearchMenuName, onClose: () => void) {
    const opening = session();
    const [opened, edited, { default: SearchMenuDialog }] = await Promise.all([opening, opening.then((it) => it.editing()), import('./SearchMenuDialog.tsx')]);
    return <SearchMenuDialog menu={menu} title={SEARCH_MENUS[menu]} name={name} session={opened} edited={edited} onClose={onClose} />;
  }
  return <MenuRow menus={SEARCH_MENUS} name={name} open={open} />;
}
