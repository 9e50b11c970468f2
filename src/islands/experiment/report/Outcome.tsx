/** What is going on and what came of it: changes, verdict. Comes with the session. */
import { formatNumber } from '../../../words/format.ts';
import { ActionButton } from '../../controls/ActionButton.tsx';
import { DataNote } from './DataNote.tsx';
import type { IslandState } from '../state/islandState.ts';

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
