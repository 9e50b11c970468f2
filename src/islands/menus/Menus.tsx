/** "Share · Embed · Cite · Export · Full screen": one quiet row. What a button opens loads when it is pressed. */
import { useState } from 'preact/hooks';
import { LectureButton } from '../LectureButton.tsx';
import type { Session } from '../session.ts';
import type MenuDialog from './MenuDialog.tsx';
import { MENUS, type MenuName } from './menuNames.ts';

interface Props {
  /** "Experiment 2.3". */
  name: string;
  session(): Promise<Session>;
  /** Told why a menu cannot be shown. */
  onProblem(why: string): void;
}

interface Open {
  menu: MenuName;
  session: Session;
  Dialog: typeof MenuDialog;
}

export function Menus({ name, session, onProblem }: Props) {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  async function show(menu: MenuName) {
    try {
      const [opened, { default: Dialog }] = await Promise.all([session(), import('./MenuDialog.tsx')]);
      setOpen({ menu, session: opened, Dialog });
    } catch (error) {
      onProblem(`The menu could not be loaded: ${error instanceof Error ? error.message : String(error)} Try again when the network is back.`);
    }
  }
  return (
    <div class="experiment-menus" role="group" aria-label={`${name}: take it with you`}>
      {(Object.keys(MENUS) as MenuName[]).map((menu) => (
        <button key={menu} type="button" aria-haspopup="dialog" onClick={() => void show(menu)}>
          {MENUS[menu]}
        </button>
      ))}
      <LectureButton />
      {open && <open.Dialog menu={open.menu} name={name} session={open.session} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
