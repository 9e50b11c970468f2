import type { IslandState } from '../state/islandState.ts';

/** Of data that lies in files: how much there is to fetch, how much has come, or why it cannot be had. */
export function DataNote({ state }: { state: IslandState }) {
  const data = state.data.value;
  if (!data) return null;
  if ('problem' in data) return <p class="experiment-line experiment-line-warning">{data.problem}</p>;
  const { total, come } = data;
  if (come === undefined) return <p class="experiment-line experiment-line-note">Run fetches {megabytes(total)} of data first.</p>;
  return (
    <div class="experiment-progress">
      <progress max={total} value={come} aria-label="Data fetched" />
      <span>
        Fetching data: {megabytes(come)} of {megabytes(total)}
      </span>
    </div>
  );
}

/** "0.16 MB": two digits, and no zero where there is something. */
function megabytes(bytes: number): string {
  return `${Number((bytes / 1e6).toPrecision(2))} MB`;
}
