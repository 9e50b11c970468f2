/** "Share · Export" under a search: one quiet row. What a button opens loads when it is pressed. */
import { useState } from 'preact/hooks';
import type { SearchSession } from '../searchSession.ts';
import type SearchMenuDialog from './SearchMenuDialog.tsx';

export const SEARCH_MENUS = { share: 'Share', export: 'Export' } as const;
export type SearchMenuName = keyof typeof SEARCH_MENUS;

interface Props {
  /** "Search 4.1". */
  name: string;
  session(): Promise<SearchSession>;
  /** Told why a menu cannot be shown. */
  onProblem(why: string): void;
}

interface Open {
  menu: SearchMenuName;
  session: SearchSession;
  Dialog: typeof SearchMenuDialog;
}

export function SearchMenus({ name, session, onProblem }: Props) {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  async function show(menu: SearchMenuName) {
    try {
      const [opened, { default: Dialog }] = await Promise.all([session(), import('./SearchMenuDialog.tsx')]);
      setOpen({ menu, session: opened, Dialog });
    } catch (error) {
      onProblem(`The menu could not be loaded: ${error instanceof Error ? error.message : String(error)} Try again when the network is back.`);
    }
  }
  return (
    <div class="experiment-menus" role="group" aria-label={`${name}: take it with you`}>
      {(Object.keys(SEARCH_MENUS) as SearchMenuName[]).map((menu) => (
        <button key={menu} type="button" aria-haspopup="dialog" onClick={() => void show(menu)}>
          {SEARCH_MENUS[menu]}
        </button>
      ))}
      {open && <open.Dialog title={SEARCH_MENUS[open.menu]} menu={open.menu} name={name} session={open.session} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
