/** What a framework's part of the export is given, and what it gives. */
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { ArmData } from '../data/armData.ts';
import type { Settings } from './armTable.ts';
import type { Cell, Form } from './cells.ts';
import type { Uses } from '../uses.ts';

export interface ProgramPlan {
  /** Of the experiment or the search: goes into file names. */
  id: string;
  /** Text for the top of the program; `framework` as in prose. */
  header(framework: string, remarks: readonly string[]): string;
  /** What the program has to be able to train. */
  arms: readonly Arm[];
  /** The table of the arms, or whatever stands in its place; settings of each arm in their order. */
  table(settings: readonly Settings[]): string;
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
