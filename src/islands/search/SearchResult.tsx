/** How far a search is, and what came of it. It comes with the session, so that a page does not load it before it is asked for. */
import type { SearchProgress, SearchState } from './searchState.ts';

export function SearchResult({ state }: { state: SearchState }) {
  const progress = state.progress.value;
  return (
    <>
      {progress && (
        <div class="experiment-progress">
          <progress max={progress.total} value={progress.done} aria-label="Runs done" hidden={state.phase.value !== 'running'} />
          <span>{describe(progress, state.phase.value === 'running')}</span>
        </div>
      )}
      {state.report.value.map((line) => (
        <p key={line.text} class={`experiment-line experiment-line-${line.kind}`}>
          {line.text}
        </p>
      ))}
    </>
  );
}

/** "24 trials · 72 networks · 1.9 s · random: best so far 0.143". */
function describe({ trials, done, elapsed, best }: SearchProgress, running: boolean): string {
  const seconds = elapsed / 1000;
  return [
    `${trials} ${trials === 1 ? 'trial' : 'trials'}`,
    `${done} networks`,
    `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`,
    ...(running && best ? [best] : []),
  ].join(' · ');
}
