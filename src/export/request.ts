/** What a page asks an export for, and what it gets: plain data, so that a worker can do it. */
import type { EngineName, LayerParameters } from '../engines/engine.ts';
import type { Recording } from '../experiments/record/recording.ts';
import type { Arm } from '../experiments/configuration/arm.ts';
import type { Experiment } from '../experiments/spec/experiment.ts';
import type { RunResult } from '../experiments/train/result.ts';
import type { MODEL_FORMS } from '../models/modelForms.ts';
import type { Form } from './python/cells.ts';
import type { SearchLog } from '../search/run/drive.ts';
import type { Search } from '../search/search.ts';
import type { ProgramTarget, SpecTarget } from './targets.ts';
import type { SearchTarget } from './tuning/searchCells.ts';

/** What is to be said of where an experiment comes from. Each form says it where it has a place for that. */
export interface Origin {
  /** The published experiment and its address, in a sentence. */
  published: string;
  /** How this version differs from it, setting by setting, in words; empty if it does not. */
  changes: string[];
}

export type TableForm = 'csv' | 'json';
export type SavedModel = keyof typeof MODEL_FORMS;

export type ExportRequest = SearchRequest | ExperimentRequest;

export type SearchRequest = { search: Search; origin: Origin } & (
  | { kind: 'searchProgram'; target: SearchTarget; form: Form; seeds: number }
  | { kind: 'searchSpec'; target: SpecTarget }
  | { kind: 'trials'; form: TableForm; logs: readonly SearchLog[] }
);

export type ExperimentRequest = { experiment: Experiment; origin: Origin } & (
  | { kind: 'program'; target: ProgramTarget; form: Form; given: boolean; seeds: number }
  | { kind: 'spec'; target: SpecTarget }
  /** `kernel`: its hash. */
  | { kind: 'runs'; form: TableForm; engine: EngineName; kernel: string; results: readonly RunResult[] }
  | { kind: 'recording'; form: TableForm; recording: Recording }
  | { kind: 'model'; form: SavedModel; arm: Arm; seed: number; parameters: LayerParameters[] }
);

/** One file: several are packed into a zip. */
export interface Download {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  /** What it leaves out, and why, in words. */
  leftOut: string[];
}

/** As lines of comment. */
export function describeOrigin({ published, changes }: Origin): string[] {
  return [
    published,
    ...(changes.length > 0
      ? [`Changed by the reader: ${changes.join('; ')}. What was recorded for the published experiment does not speak of this version.`]
      : []),
  ];
}
