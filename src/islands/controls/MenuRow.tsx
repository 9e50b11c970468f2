/** A quiet row of buttons under an instrument. What a button opens loads when it is pressed. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useArrival } from './useArrival.tsx';

interface Props<Menu extends string> {
  /** What stands on the buttons. */
  menus: Record<Menu, string>;
  /** Whose they are: "Experiment 2.3". */
  name: string;
  /** Loads a menu's dialog; it is gone after `onClose`. */
  open(menu: Menu, onClose: () => void): Promise<ComponentChildren>;
  /** Further buttons. */
  children?: ComponentChildren;
}

export function MenuRow<Menu extends string>({ menus, name, open, children }: Props<Menu>) {
  const [dialog, setDialog] = useState<ComponentChildren>(undefined);
  const { busy, problem, bring } = useArrival();
  const show = (menu: Menu) => bring(menu, async () => setDialog(await open(menu, () => setDialog(undefined))));
  return (
    <div class="experiment-menus" role="group" aria-label={`${name}: take it with you`}>
      {(Object.keys(menus) as Menu[]).map((menu) => (
        <button key={menu} type="button" aria-haspopup="dialog" aria-busy={busy === menu || undefined} onClick={() => show(menu)}>
          {menus[menu]}
        </button>
      ))}
      {children}
      {problem}
      {dialog}
    </div>
  );
}
