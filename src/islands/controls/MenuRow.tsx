/** A quiet row of buttons under an instrument. What a button opens loads when it is pressed. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props<Menu extends string> {
  /** What stands on the buttons. */
  menus: Record<Menu, string>;
  /** Whose they are: "Experiment 2.3". */
  name: string;
  /** Loads a menu's dialog; it is gone after `onClose`. */
  open(menu: Menu, onClose: () => void): Promise<ComponentChildren>;
  /** Told why a menu cannot be shown. */
  onProblem(why: string): void;
  /** Further buttons. */
  children?: ComponentChildren;
}

export function MenuRow<Menu extends string>({ menus, name, open, onProblem, children }: Props<Menu>) {
  const [dialog, setDialog] = useState<ComponentChildren>(undefined);
  async function show(menu: Menu) {
    try {
      setDialog(await open(menu, () => setDialog(undefined)));
    } catch (error) {
      onProblem(`The menu could not be loaded: ${error instanceof Error ? error.message : String(error)} Try again when the network is back.`);
    }
  }
  return (
    <div class="experiment-menus" role="group" aria-label={`${name}: take it with you`}>
      {(Object.keys(menus) as Menu[]).map((menu) => (
        <button key={menu} type="button" aria-haspopup="dialog" onClick={() => void show(menu)}>
          {menus[menu]}
        </button>
      ))}
      {children}
      {dialog}
    </div>
  );
}
