import type { ReadonlySignal } from '@preact/signals';

/** Acts once the first live figure stands; at once where nothing was pressed before the island lived. */
export function afterFirst(isBusy: () => boolean, showsLive: ReadonlySignal<boolean>, act: () => void): void {
  setTimeout(() => {
    if (!isBusy()) return act();
    const stop = showsLive.subscribe((shown) => {
      if (!shown) return;
      setTimeout(() => {
        stop();
        act();
      });
    });
  });
}
