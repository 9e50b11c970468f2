/** What a framework's part of the export is given, and what it gives. */
import type { Arm, Experiment } from '../experiments/types.ts';
import type { Configuration } from '../experiments/types.ts';
import type { ArmData } from './data.ts';
import type { Cell, Form } from './python/cells.ts';
import type { Uses } from './uses.ts';

export interface ProgramPlan {
  experiment: Experiment;
  arms: readonly Arm[];
  data: ReadonlyMap<string, ArmData>;
  uses: Uses;
  seeds: readonly number[];
  /** Whether initial parameters are read from the sidecar. */
  parameters: boolean;
  form: Form;
  /** Updates from point to point of the history; an epoch if absent. */
  every?: number;
  /** Lines for the top of the program, besides the framework's own. */
  remarks: readonly string[];
}

export interface Reason {
  path: string;
  why: string;
}

export interface Framework {
  /** As in prose. */
  title: string;
  /** Why a configuration cannot be expressed; empty if it can. */
  reasons(configuration: Configuration, outputs: number): Reason[];
  /** The program up to the training function: a search script goes on from there. */
  definitions(plan: ProgramPlan): Cell[];
  /** Whether initial parameters are always given. */
  alwaysGiven?: true;
}
