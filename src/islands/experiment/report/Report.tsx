/** What the reader is told under the figures. What was refused, and why, needs no session: a link or a load may fail before there is one. */
import type { ComponentChildren } from 'preact';
import type { IslandState } from '../state/islandState.ts';

/** `children`: what comes with the session. */
export function Report({ state, children }: { state: IslandState; children: ComponentChildren }) {
  const notices = state.notices.value;
  return (
    <div class="experiment-report">
      {notices.length > 0 && (
        <div class="experiment-notice" role="alert">
          <ul>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
          <button type="button" onClick={() => (state.notices.value = [])}>
            Dismiss
          </button>
        </div>
      )}
      {children}
    </div>
  );
}
