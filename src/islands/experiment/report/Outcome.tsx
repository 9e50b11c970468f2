/** What is going on and what came of it: changes, progress, verdict. Comes with the session. */
import { formatCount, formatNumber } from '../../../words/format.ts';
import { ActionButton } from '../../controls/ActionButton.tsx';
import { DataNote } from './DataNote.tsx';
import type { IslandState, Progress } from '../state/islandState.ts';

export interface OutcomeProps {
  state: IslandState;
  onTakeOffer(): void;
  /** Standardize features, and labels that are numbers. */
  onStandardize(): void;
  /** Back to the published experiment. */
  onPublished(): void;
}

export function Outcome({ state, onTakeOffer, onStandardize, onPublished }: OutcomeProps) {
  const isBusy = state.phase.value === 'running' || state.phase.value === 'paused';
  const offer = state.offer.value;
  const changes = state.changes.value;
  const best = state.best.value;
  const progress = state.progress.value;
  const { made, unscaled } = state.dataRemarks.value;
  return (
    <>
      {changes.length > 0 && (
        <p class="experiment-modified">
          <strong>Modified:</strong> {changes.map((change) => `${change.label} ${change.value} (published: ${change.published})`).join('; ')}. The recorded
          verdict above does not speak of this version.{' '}
          <ActionButton class="experiment-published" idle={isBusy} onPress={onPublished}>
            Undo changes
          </ActionButton>
        </p>
      )}
      {made.map((remark) => (
        <p key={remark} class="experiment-line experiment-line-note">
          {remark}
        </p>
      ))}
      {unscaled && (
        <p class="experiment-line experiment-line-warning">
          {unscaled}.{' '}
          <ActionButton idle={isBusy} onPress={onStandardize}>
            Standardize
          </ActionButton>
        </p>
      )}
      <DataNote state={state} />
      {progress && (
        <div class="experiment-progress">
          <progress max={progress.total} value={progress.done} aria-label="Updates done" hidden={!isBusy} />
          <span>
            {state.phase.value === 'paused' && <strong>Paused · </strong>}
            {describeProgress(progress, state.phase.value !== 'paused')}
          </span>
        </div>
      )}
      {best && (
        <p class="experiment-line experiment-line-best">
          Best so far: <strong>{best.arm}</strong>, {best.quantity} {formatNumber(best.value)}
          {best.seeds > 1 && ` (median of ${best.seeds} seeds)`}.
        </p>
      )}
      {state.report.value.map((line) => (
        <p key={`${line.kind} ${line.text}`} class={`experiment-line experiment-line-${line.kind}`}>
          {line.text}
        </p>
      ))}
      {offer && (
        <button type="button" class="experiment-offer" onClick={onTakeOffer}>
          Run on {offer.name} instead
        </button>
      )}
    </>
  );
}

/** "12 networks · 72 000 steps · 0.94 s · 76 600 steps/s". */
function describeProgress({ done, elapsed, networks, over }: Progress, withRate: boolean): string {
  const seconds = elapsed / 1000;
  const rate = withRate && seconds > 0.02 ? ` · ${formatCount(Number((done / seconds).toPrecision(3)))} steps/s` : '';
  const count = over < networks && networks > 1 ? `${formatCount(over)} of ${formatCount(networks)}` : formatCount(networks);
  return `${count} ${networks === 1 ? 'network' : 'networks'} · ${formatCount(done)} steps · ${seconds.toFixed(seconds < 10 ? 2 : 1)} s${rate}`;
}
