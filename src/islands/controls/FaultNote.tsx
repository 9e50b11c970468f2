/** Beside a control: why it could not do what it does, in one sentence, with buttons for what can be done. A network that comes back is noticed. */
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { Fault } from '../../faults/fault.ts';
import { reload } from '../../faults/reload.ts';
import { whenOnline } from '../../faults/whenOnline.ts';

/** What could not be done, and how to try again. */
export interface Failure {
  error: Error;
  again(): void;
}

/** What the address is to say of the reader's settings after a reload; undefined: what it says. */
export const ReaderHash = createContext<() => string | undefined>(() => undefined);

export function FaultNote({ failure }: { failure: Failure | undefined }) {
  const hash = useContext(ReaderHash);
  useEffect(() => failure && whenOnline(failure.error, failure.again), [failure]);
  if (!failure) return null;
  const { error, again } = failure;
  return (
    <span class="island-problem" role="alert">
      {error.message}{' '}
      {error instanceof Fault && error.needsReload && (
        <button type="button" onClick={() => reload(hash())}>
          Reload
        </button>
      )}{' '}
      <button type="button" onClick={again}>
        Try again
      </button>
    </span>
  );
}
