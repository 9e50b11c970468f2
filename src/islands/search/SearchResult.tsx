/** What came of a search. It comes with the session, so that a page does not load it before it is asked for. */
import type { SearchState } from './searchState.ts';

export function SearchResult({ state }: { state: SearchState }) {
  return (
    <>
      {state.report.value.map((line) => (
        <p key={line.text} class={`experiment-line experiment-line-${line.kind}`}>
          {line.text}
        </p>
      ))}
    </>
  );
}
