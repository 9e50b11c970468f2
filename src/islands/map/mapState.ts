/**
 * What the island of a map shows, as signals. The shell (MapIsland.tsx) renders it; the session (mapSession.ts), which loads on
 * intent, changes it.
 *
 *   recorded ──Run map──▶ running ──▶ finished │ cancelled │ failed ──Reset──▶ recorded
 */
import { signal, type Signal } from '@preact/signals';
import type { TypedCondition } from '../../experiments/maps/chooseMap.ts';
import type { Failure } from '../controls/FaultNote.tsx';

export interface MapState {
  phase: Signal<'recorded' | 'running' | 'finished' | 'cancelled' | 'failed'>;
  conditions: Signal<TypedCondition[]>;
  /** Cells judged, of how many. */
  progress: Signal<{ done: number; total: number } | undefined>;
  /** What came of it, in a sentence. */
  report: Signal<string>;
  /** What was refused, and why. */
  notices: Signal<string[]>;
  failure: Signal<Failure | undefined>;
}

export function createMapState(conditions: TypedCondition[]): MapState {
  return {
    phase: signal<'recorded' | 'running' | 'finished' | 'cancelled' | 'failed'>('recorded'),
    conditions: signal(conditions),
    progress: signal<{ done: number; total: number } | undefined>(undefined),
    report: signal(''),
    notices: signal<string[]>([]),
    failure: signal<Failure | undefined>(undefined),
  };
}
