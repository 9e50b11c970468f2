/** What the reader is told under the figures. What was refused, and why, needs no session: a link or a load may fail before there is one. */
import type { ComponentChildren } from 'preact';
import type { IslandState } from '../state/islandState.ts';
import { Notices } from '../../controls/Notices.tsx';

/** `children`: what comes with the session. */
export function Report({ state, children }: { state: IslandState; children: ComponentChildren }) {
  return (
    <div class="experiment-report">
      <Notices notices={state.notices.value} onDismiss={() => (state.notices.value = [])} />
      {children}
    </div>
  );
}
