import type { EngineName } from '../../engines/engine.ts';
import { EMPTY_HISTORY } from '../train/history.ts';
import type { Ending, RunResult } from '../train/result.ts';
import type { Run } from '../train/observation.ts';

/** The result of a run that never came to train, or whose worker can no longer tell. */
export function unfinishedRun({ arm, seed }: Run, engine: EngineName, ending: Ending): RunResult {
  return { arm: arm.label, seed, engine, ending, history: EMPTY_HISTORY, digest: '', trainingTime: 0, totalTime: 0 };
}
