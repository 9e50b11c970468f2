/** What loads when its control is pressed: which is on its way, and, where one could not come, a word beside the control with a button for another try. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Arrival {
  /** Name of what is on its way. */
  busy: string | undefined;
  problem: ComponentChildren;
  bring(name: string, load: () => Promise<void>): void;
}

export function useArrival(): Arrival {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<{ why: string; again(): void } | undefined>(undefined);
  async function attempt(name: string, load: () => Promise<void>) {
    setFailure(undefined);
    setBusy(name);
    try {
      await load();
    } catch (error) {
      setFailure({ why: error instanceof Error ? error.message : String(error), again: () => void attempt(name, load) });
    }
    setBusy(undefined);
  }
  return {
    busy,
    problem: failure && (
      <span class="island-problem" role="alert">
        This could not be loaded: {failure.why}{' '}
        <button type="button" onClick={failure.again}>
          Try again
        </button>
      </span>
    ),
    bring: (name, load) => void attempt(name, load),
  };
}
