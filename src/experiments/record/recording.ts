/**
 * What `lab record` writes to content/recordings/<id>.json and the site reads at build: everything
 * that figures, tables and prose need, and a digest of every run, without every number of every run.
 * How the file says it in fewer words is recordingFile.ts.
 */
import type { ProbeReading } from '../probes/reading.ts';
import type { Origin } from './staleness.ts';
import type { Judgement } from '../verdicts/verdict.ts';
import type { PretrainedLayer, RunResult } from '../train/result.ts';

export interface Recording {
  /** Format of the file. */
  version: 2;
  experiment: string;
  /** SHA-256 of the explicit experiment as JSON with sorted keys, first 16 hex digits. */
  spec: string;
  /** Name of the kernel: SHA-256 of the bytes of the build that first computed these numbers, first 16 hex digits. */
  kernel: string;
  arms: ArmRecording[];
  judgements: Judgement[];
}

export interface ArmRecording {
  label: string;
  labels: Record<string, string>;
  /** Learned parameters in this arm's network, for the table. */
  parameterCount: number;
  updates: number;
  epochs: number;
  examplesSeen: number;
  runs: {
    seed: number;
    ending: string;
    digest: string;
    /** Where early stopping watched: epochs done, and the best one. */
    stop?: { epoch: number; best: number; stopped: boolean; restored: boolean };
    /** `${split}.${metric}` → value at the end (of the parameters restored, where early stopping did), and at the best point (lowest loss, highest accuracy); null if the run diverged. */
    final: Record<string, number | null>;
    best: Record<string, number | null>;
  }[];
  /**
   * For the experiment's shown metric, at most 100 points: median and quartiles over the runs that reach
   * the point (a diverged run stops), and seed 1. `first` is shorter than the others if seed 1 diverged.
   */
  curve: { step: number[]; epoch: number[]; median: number[]; low: number[]; high: number[]; first: number[] };
  /** For the figure `fit`: the median over seeds of the fitted functions, on a grid. */
  fit?: { x: number[]; median: number[] };
  /** Of seed 1, where the experiment asks for them; probes to five digits. */
  probes?: ProbeReading[];
  confusion?: NonNullable<RunResult['confusion']>;
  mistakes?: NonNullable<RunResult['mistakes']>;
  pretraining?: PretrainedLayer[];
  /** Over all runs that finished; sums to five digits. */
  reliability?: NonNullable<RunResult['reliability']>;
}

export function originOf({ experiment, spec, kernel }: Recording): Origin {
  return { id: experiment, spec, kernel };
}
