/**
 * What the island of a search shows, as signals. The shell (SearchIsland.tsx) renders it; the session
 * (searchSession.ts), which loads on intent, changes it.
 *
 *   recorded ──Run──▶ running ──▶ finished │ cancelled │ failed ──Reset──▶ recorded
 */
import { signal, type Signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Failure } from '../controls/FaultNote.tsx';
import type { SearchChoice } from '../../search/change/searchChoice.ts';
import type { Phase, ReportLine } from '../experiment/state/islandState.ts';

export interface SearchProgress {
  /** Runs done, and in all, as far as that can be told. */
  done: number;
  total: number;
  /** Milliseconds since Run. */
  elapsed: number;
  trials: number;
  /** "random: best so far 0.143" */
  best: string;
}

export interface SearchState {
  phase: Signal<Phase>;
  showsLive: Signal<boolean>;
  progress: Signal<SearchProgress | undefined>;
  report: Signal<ReportLine[]>;
  /** Said once by a screen reader. */
  announcement: Signal<string>;
  /** What was refused, and why. */
  notices: Signal<string[]>;
  /** What could not be loaded or done, shown beside Run. */
  failure: Signal<Failure | undefined>;
  /** As the search is published. */
  published: SearchChoice;
  choice: Signal<SearchChoice>;
  /** Shows progress and report, once the session has brought it. */
  view: Signal<FunctionComponent<{ state: SearchState }> | undefined>;
  seed: Signal<number>;
}

export function createSearchState(published: SearchChoice): SearchState {
  return {
    published,
    phase: signal<Phase>('recorded'),
    showsLive: signal(false),
    progress: signal<SearchProgress | undefined>(undefined),
    report: signal<ReportLine[]>([]),
    announcement: signal(''),
    notices: signal<string[]>([]),
    failure: signal<Failure | undefined>(undefined),
    choice: signal(published),
    view: signal<FunctionComponent<{ state: SearchState }> | undefined>(undefined),
    seed: signal(1),
  };
}
