/** `lab record`, for a search. */
import { jsonDigest } from '../../experiments/train/digest.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { makeSearchRecording } from '../../search/results/searchRecording.ts';
import type { Library } from '../library/library.ts';
import { keepRuns, keptText, resumingPool } from '../training/resuming.ts';
import { runSearches, runsOfSearch } from '../training/runSearches.ts';
import { UserError } from '../userError.ts';
import { recordedOf } from './recordedOf.ts';
import { RENEWED, renewExpectations } from './renewExpectations.ts';
import { tell } from './tellJudgements.ts';

export interface RecordSearch {
  library: Library;
  pool: Pool;
  workers: number;
  kernel: Kernel;
  /** By which recordings know it. */
  kernelName: string;
  /** Names the code that trains. */
  program: string;
}

/** Returns how many claims were not judged as expected. */
export async function recordSearch(id: string, { library, pool, workers, kernel, kernelName, program }: RecordSearch): Promise<number> {
  const search = library.searches.spec(id);
  const { searches } = library;
  const renewed = recordedOf(
    searches.recorded().includes(id),
    () => searches.recording(id),
    (recording) =>
      renewExpectations(recording, { id, verdicts: search.verdicts, digestWith: (others) => jsonDigest({ ...search, verdicts: others }), kernel: kernelName }),
  );
  if (renewed) {
    searches.writeRecording(id, renewed);
    return tell(`${id}: ${RENEWED}`, renewed.judgements);
  }
  if (!process.stderr.isTTY) console.error(`${id}: about ${runsOfSearch(search)} runs on ${workers} ${workers === 1 ? 'worker' : 'workers'} …`);
  const kept = keepRuns(library.unfinished(id), program);
  const logs = await runSearches(search, { pool: resumingPool(pool, kept), workers, kernel });
  const failed = logs.flatMap(({ trials }) => trials).find(({ problem, values }) => problem !== undefined && values.length > 0);
  // A recording with holes would be worse than the old one.
  if (failed) throw new UserError(`${id}, ${JSON.stringify(failed.proposal.point)} failed, so nothing is recorded: ${failed.problem}`);
  const recording = makeSearchRecording(search, logs, kernelName);
  searches.writeRecording(id, recording);
  kept.remove();
  const runs = logs.reduce((sum, { trials }) => sum + trials.reduce((count, { values }) => count + values.length, 0), 0);
  return tell(`${id}: ${runs} runs recorded${keptText(kept)}`, recording.judgements);
}
