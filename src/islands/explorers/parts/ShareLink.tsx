/** The address that carries an explorer's present state, to be copied. */
import { useState } from 'preact/hooks';

interface Props {
  /** Prefix that makes element ids unique in the page. */
  scope: string;
  /** With its '#'. */
  hash: string;
  /** Gets what a screen reader is to say. */
  onSaid(text: string): void;
}

export function ShareLink({ scope, hash, onSaid }: Props) {
  // Known in the browser only, and asked for only when it is seen.
  const [page, setPage] = useState('');
  const link = page + hash;
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      onSaid('The link was copied.');
    } catch {
      onSaid('The browser did not allow copying. Select the link and copy it yourself.');
    }
  }
  return (
    <details class="explorer-share explorer-interactive" onToggle={() => setPage(location.origin + location.pathname)}>
      <summary>Share</summary>
      <div class="explorer-row">
        <label for={`${scope}-link`}>link to what you see</label>
        <input id={`${scope}-link`} class="explorer-link" type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" onClick={() => void copy()}>
          Copy link
        </button>
      </div>
    </details>
  );
}
