/** Everything that an experiment can be exported to without running it. */
import { writeExperiment } from '../experiments/spec/spec.ts';
import type { Experiment } from '../experiments/spec/experiment.ts';
import { writeSearch } from '../search/change/changeSearch.ts';
import type { Search } from '../search/search.ts';
import type { Exported, LeftOut } from './exported.ts';
import { exportProgram, leftOutOf, type ProgramOptions } from './exportProgram.ts';
import { keras } from './keras/keras.ts';
import { training } from './purposes.ts';
import { pytorch } from './pytorch/pytorch.ts';
import { sklearn } from './sklearn/sklearn.ts';
import { specJson, specYaml } from './spec.ts';
import { tensorflow } from './tensorflow/tensorflow.ts';
import { optuna } from './tuning/optuna.ts';
import { ray } from './tuning/ray.ts';

const PROGRAMS = {
  keras: [keras, training('keras')],
  pytorch: [pytorch, training('pytorch')],
  sklearn: [sklearn, training('sklearn')],
  tensorflow: [tensorflow, training('tensorflow')],
  optuna: [pytorch, optuna],
  ray: [pytorch, ray],
} as const;

const SPECS = { yaml: specYaml, json: specJson } as const;

export type ProgramTarget = keyof typeof PROGRAMS;
export type SpecTarget = keyof typeof SPECS;

export const PROGRAM_TARGETS = Object.keys(PROGRAMS) as ProgramTarget[];
export const SPEC_TARGETS = Object.keys(SPECS) as SpecTarget[];

/** Throws an ExportError where the data are too much for a text file. */
export function exportAsProgram(experiment: Experiment, target: ProgramTarget, options: ProgramOptions): Promise<Exported> {
  const [framework, purpose] = PROGRAMS[target];
  return exportProgram(experiment, framework, purpose, options);
}

/** What of an experiment such a program cannot express, or does not report, and why. */
export function leftOutOfProgram(experiment: Experiment, target: ProgramTarget): LeftOut[] {
  return leftOutOf(experiment, PROGRAMS[target][0]);
}

/** `remarks`: lines of comment, where the form has comments. */
export function exportSpec(experiment: Experiment, target: SpecTarget, remarks: readonly string[] = []): Exported {
  return { files: [SPECS[target]({ id: experiment.id, written: writeExperiment(experiment) }, remarks)], leftOut: [] };
}

/** The same of a search. */
export function exportSearchSpec(search: Search, target: SpecTarget, remarks: readonly string[] = []): Exported {
  return { files: [SPECS[target]({ id: search.id, written: writeSearch(search) }, remarks)], leftOut: [] };
}
