/**
 * What an island shows, as signals. The shell (ExperimentIsland.tsx) renders it; the session
 * (session.ts), which loads on intent, changes it.
 *
 *   recorded ──Run──▶ running ⇄ paused ──▶ finished │ cancelled │ failed ──Reset──▶ recorded
 *      └───────Step────────────────┘
 */
import { signal, type Signal } from '@preact/signals';
import type { Failure } from '../../controls/FaultNote.tsx';
import type { EngineName } from '../../../engines/engine.ts';
import type { Task } from '../../../datasets/dataset.ts';
import type { Setting } from '../../../experiments/settings/setting.ts';
import type { XAxis } from '../../../figures/data/xNames.ts';

export type Phase = 'recorded' | 'running' | 'paused' | 'finished' | 'cancelled' | 'failed';

/** A setting that differs from the published experiment. */
export interface ShownChange {
  path: string;
  label: string;
  value: string;
  published: string;
}

/** One axis of what is compared: its published values and the reader's. */
export interface ShownAxis {
  /** Of the change that sets it. */
  path: string;
  title: string;
  values: { label: string; isOn: boolean; isPublished: boolean }[];
  /** Whether it takes values beyond the published ones. */
  isOpen: boolean;
}

/** One line of what a run gave, under the figures. */
export interface ReportLine {
  kind: 'verdict' | 'reproduction' | 'note' | 'warning';
  text: string;
}

export interface Progress {
  /** Updates done, and in all. */
  done: number;
  total: number;
  /** Milliseconds of running. */
  elapsed: number;
  /** In all, and those that are done. */
  networks: number;
  over: number;
}

/** Files of the data on their way, or why there are none: bytes in all, and those that have come once they were asked for. */
export type DataProgress = { total: number; come?: number } | { problem: string };

/** Of a reader's own data. `unscaled`: a sentence without its point, where scaling is called for. */
export interface DataRemarks {
  made: readonly string[];
  unscaled: string | undefined;
}

export interface BestSoFar {
  arm: string;
  /** In words: "validation loss". */
  quantity: string;
  /** Median over the seeds that are done. */
  value: number;
  seeds: number;
}

/** A data set in place of one whose files are not at hand. */
export interface Offer {
  name: string;
  /** Examples that the missing one was asked for. */
  examples: number | undefined;
}

export interface IslandState {
  phase: Signal<Phase>;
  /** Live figures have taken the place of the recorded ones. */
  showsLive: Signal<boolean>;
  /** The experiment's code and data are on their way. */
  loading: Signal<boolean>;
  progress: Signal<Progress | undefined>;
  /** Of data that lies in files which are not here yet. */
  data: Signal<DataProgress | undefined>;
  /** Of a trial of many arms: which is best so far. */
  best: Signal<BestSoFar | undefined>;
  /** Updates at which the timeline can stop, and the one that the figures show; undefined: the end, as it grows. */
  stops: Signal<number[]>;
  moment: Signal<number | undefined>;
  report: Signal<ReportLine[]>;
  /** What came of the last run, in a few words. */
  result: Signal<string | undefined>;
  /** Where the last run ended because of missing data. */
  offer: Signal<Offer | undefined>;
  /** Said once by a screen reader. */
  announcement: Signal<string>;
  /** What was refused, of a link or of a field, and why. */
  notices: Signal<string[]>;
  /** What could not be loaded or run, shown beside Run. */
  failure: Signal<Failure | undefined>;
  /** Every setting with its present value; empty until the session has loaded. */
  settings: Signal<Setting[]>;
  /** What is compared; empty until the session has loaded. */
  axes: Signal<ShownAxis[]>;
  changes: Signal<ShownChange[]>;
  /** Name of the file, where the experiment has the reader's own data. */
  ownData: Signal<string | undefined>;
  /** What was made of it, and whether its scale asks for scaling. */
  dataRemarks: Signal<DataRemarks>;
  /** Of the published experiment. */
  usualTask: Signal<Task>;
  engine: Signal<EngineName>;
  /** Updates in a second, of the last run on each engine. */
  rates: Signal<Partial<Record<EngineName, number>>>;
  /** Number of seeds that More seeds leads to; undefined where it leads nowhere. */
  moreSeeds: Signal<number | undefined>;
  /** Arms of the present version. */
  arms: Signal<number>;
  /** Estimated for the present version, all arms with one seed, on one core. */
  secondsPerSeed: Signal<number>;
  /** What curves are drawn over. */
  axis: Signal<XAxis>;
  axisScale: Signal<'linear' | 'log'>;
  /** Number of seeds of the next run, and the first of them. */
  seeds: Signal<number>;
  firstSeed: Signal<number>;
}

/** `arms`, `secondsPerSeed`, `axis`, `axisScale`: of the published experiment. */
export function createState(controls: Setting[], arms: number, secondsPerSeed: number, axis: XAxis, axisScale: 'linear' | 'log'): IslandState {
  return {
    phase: signal<Phase>('recorded'),
    showsLive: signal(false),
    loading: signal(false),
    progress: signal<Progress | undefined>(undefined),
    data: signal<DataProgress | undefined>(undefined),
    best: signal<BestSoFar | undefined>(undefined),
    stops: signal<number[]>([]),
    moment: signal<number | undefined>(undefined),
    report: signal<ReportLine[]>([]),
    result: signal<string | undefined>(undefined),
    offer: signal<Offer | undefined>(undefined),
    announcement: signal(''),
    notices: signal<string[]>([]),
    failure: signal<Failure | undefined>(undefined),
    settings: signal<Setting[]>(controls),
    axes: signal<ShownAxis[]>([]),
    changes: signal<ShownChange[]>([]),
    ownData: signal<string | undefined>(undefined),
    dataRemarks: signal<DataRemarks>({ made: [], unscaled: undefined }),
    usualTask: signal<Task>('classification'),
    engine: signal<EngineName>('fused'),
    rates: signal<IslandState['rates']['value']>({}),
    moreSeeds: signal<number | undefined>(undefined),
    arms: signal(arms),
    secondsPerSeed: signal(secondsPerSeed),
    axis: signal(axis),
    axisScale: signal(axisScale),
    seeds: signal(1),
    firstSeed: signal(1),
  };
}
