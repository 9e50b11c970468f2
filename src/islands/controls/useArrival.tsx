/** What loads when its control is pressed: which is on its way, and, where one could not come, a word beside the control with a button for another try. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { explain } from '../../faults/explain.ts';
import { FaultNote, type Failure } from './FaultNote.tsx';

interface Arrival {
  /** Name of what is on its way. */
  busy: string | undefined;
  problem: ComponentChildren;
  bring(name: string, load: () => Promise<void>): void;
}

export function useArrival(): Arrival {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  async function attempt(name: string, load: () => Promise<void>) {
    setFailure(undefined);
    setBusy(name);
    try {
      await load();
    } catch (error) {
      setFailure({ error: await explain(error), again: () => void attempt(name, load) });
    }
    setBusy(undefined);
  }
  return { busy, problem: <FaultNote failure={failure} />, bring: (name, load) => void attempt(name, load) };
}
