/** What is trained, and what is looked at meanwhile, as types. Observing never changes what is computed. */
import type { Arm } from '../configuration/arm.ts';
import type { FoldChoice } from '../plan/foldHoldout.ts';
import type { ProbeSpec } from '../probes/probe.ts';

export interface Run {
  arm: Arm;
  seed: number;
  /** What is reported beyond the usual; nothing if absent. */
  observe?: Observation;
  /** Which fold of a cross-validation is held out, in place of the validation split; none if absent. */
  fold?: FoldChoice;
}

/** What a run reports beyond the usual metrics at the usual points. */
export interface Observation {
  /** Names of metrics, besides those that are always reported. */
  metrics?: string[];
  /** Whether the result carries confusion matrices. */
  confusion?: boolean;
  /** Whether the result carries pictures that are taken for another class. */
  mistakes?: boolean;
  /** Whether pre-trained layers carry what comes back of a few pictures. */
  reconstructions?: boolean;
  /** Whether the result carries what calibration is read from. */
  reliability?: boolean;
  /** Updates from point to point of the history. Defaults to an epoch. */
  every?: number;
  probes?: ProbeSpec[];
  /** Whether the result carries the loss of chance. */
  chance?: boolean;
  /** Sizes below which weights are counted as small. */
  small?: number[];
}
