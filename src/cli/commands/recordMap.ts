/** `lab record` of an experiment's map: train every cell, judge it, and write down what it gives. */
import type { Pool } from '../../experiments/pool/pool.ts';
import { cellsOf, type Mapped } from '../../experiments/maps/cells.ts';
import { makeMapRecording } from '../../experiments/maps/mapRecording.ts';
import { trainMap, type JudgedCell } from '../../experiments/maps/trainMap.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import type { Library } from '../library/library.ts';
import { startProgress } from '../output/progress.ts';
import { keepRuns, keptText, resumingPool } from '../training/resuming.ts';
import { UserError } from '../userError.ts';

interface Options {
  library: Library;
  pool: Pool;
  kernelName: string;
  /** Names kernel and code: what an interruption left is taken up if it is of the same. */
  program: string;
}

export async function recordMap(experiment: Mapped, { library, pool, kernelName, program }: Options): Promise<void> {
  const { id } = experiment;
  const kept = keepRuns(library.unfinished(`${id}.map`), program);
  const cells = await trainWholeMap(experiment, resumingPool(pool, kept));
  library.maps.writeRecording(id, makeMapRecording(experiment, cells, kernelName));
  kept.remove();
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = cells.filter(({ judgement }) => judgement.outcome === outcome).length;
    return count > 0 ? [`${outcome} ${count}`] : [];
  });
  console.log(`${id}: map of ${cells.length} cells recorded${keptText(kept)}: ${counts.join(', ')}`);
}

/** Throws a UserError if a run could not be done: a map with holes would be worse than the old one. */
async function trainWholeMap(experiment: Mapped, pool: Pool): Promise<JudgedCell[]> {
  const progress = startProgress(`${experiment.id}, map`);
  let failure = 'a run did not end';
  const { done } = trainMap(cellsOf(experiment), {
    ...{ pool, seeds: experiment.map.seeds },
    onProgress: (runs, total) => progress.report(runs, total),
    onFailure: (message) => (failure = message),
  });
  return (await done).map((cell, index) => {
    if (!cell) throw new UserError(`${experiment.id}, cell ${index + 1} of its map failed, so nothing is recorded: ${failure}`);
    return cell;
  });
}
