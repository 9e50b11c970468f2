/** What was refused, or could not be done, and why, until the reader has taken note. */
interface Props {
  /** Each a sentence or more; nothing is shown where there are none. */
  notices: readonly string[];
  onDismiss(): void;
}

export function Notices({ notices, onDismiss }: Props) {
  if (notices.length === 0) return null;
  return (
    <div class="experiment-notice" role="alert">
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  );
}
