import { useEffect } from 'preact/hooks';
import { readExplorerLink } from './explorerLink.ts';

/** Call `follow` when the page's address is, or becomes, one for the explorer of this key; the explorer comes into view. */
export function useExplorerLink(key: string, id: string, follow: (entries: ReadonlyMap<string, string>) => void): void {
  useEffect(() => {
    const read = () => {
      const entries = readExplorerLink(location.hash, key);
      if (!entries) return;
      document.getElementById(id)?.scrollIntoView();
      follow(entries);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
}
