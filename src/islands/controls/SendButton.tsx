/** Hands a link to another app, where the browser can. */
export function SendButton({ title, link }: { title: string; link: string }) {
  if (!('share' in navigator)) return null;
  return (
    <div class="menu-actions">
      {/* Rejected when the reader thinks better of it. */}
      <button type="button" onClick={() => void navigator.share({ title, url: link }).catch(() => undefined)}>
        Send by another app …
      </button>
    </div>
  );
}
