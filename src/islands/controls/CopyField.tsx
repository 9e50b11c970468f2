/** A text to take away: shown whole, selected on focus, and copied by a button that says how it went. */
import { useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  text: string;
  /** Lines shown; one is a single line that scrolls. Defaults to 1. */
  rows?: number;
}

export function CopyField({ label, text, rows = 1 }: Props) {
  const id = useId();
  const [said, setSaid] = useState('');
  const select = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => event.currentTarget.select();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      // A page that is embedded, or not served securely, may not write to the clipboard.
      setSaid('It could not be copied: select it and copy it by hand.');
    }
  }
  return (
    <div class="menu-copy">
      <label for={id}>{label}</label>
      {rows === 1 ? (
        <input id={id} type="text" readOnly value={text} onFocus={select} />
      ) : (
        <textarea id={id} rows={rows} readOnly spellcheck={false} value={text} onFocus={select} />
      )}
      <div class="menu-actions">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
