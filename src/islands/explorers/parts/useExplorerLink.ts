import { useEffect } from 'preact/hooks';
import { followHash } from '../../controls/followHash.ts';
import { readExplorerLink } from './explorerLink.ts';

/** Call `follow` when the page's address is, or becomes, one for the explorer of this key; the explorer comes into view. */
export function useExplorerLink(key: string, id: string, follow: (entries: ReadonlyMap<string, string>) => void): void {
  useEffect(
    () =>
      followHash((hash) => {
        const entries = readExplorerLink(hash, key);
        if (!entries) return;
        document.getElementById(id)?.scrollIntoView();
        follow(entries);
      }),
    [],
  );
}
