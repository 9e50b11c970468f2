/** `lab record [ID…]`: run experiments and searches in full, in parallel, and write down what they give. */
import { availableParallelism } from 'node:os';
import { jsonDigest } from '../../experiments/train/digest.ts';
import { isMapped, type Mapped } from '../../experiments/maps/cells.ts';
import { mapHash, originOfMap } from '../../experiments/maps/mapRecording.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { expand, seedsUpTo } from '../../experiments/spec/expand.ts';
import { makeRecording, specHash } from '../../experiments/record/record.ts';
import { originOf } from '../../experiments/record/recording.ts';
import { staleness } from '../../experiments/record/staleness.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { originOfSearch } from '../../search/results/searchRecording.ts';
import { openKernel } from '../kernel.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { recordedOf } from './recordedOf.ts';
import { recordMap } from './recordMap.ts';
import { recordSearch } from './recordSearch.ts';
import { RENEWED, renewExpectations } from './renewExpectations.ts';
import { tell } from './tellJudgements.ts';
import { programName } from '../training/program.ts';
import { keepRuns, keptText, resumingPool } from '../training/resuming.ts';
import { openPool, trainAll } from '../training/train.ts';
import { UserError } from '../userError.ts';

export interface RecordCommand {
  /** All published experiments and searches if empty. */
  ids: string[];
  /** Only those whose recording does not fit the spec and the kernel as they are. */
  changed: boolean;
}

/** Returns the exit code: 1 if a claim was not judged as its experiment expects. Finished runs are kept until their recording is written: begun again after an interruption, it trains the rest. */
export async function recordCommand({ ids, changed }: RecordCommand, library: Library = openLibrary()): Promise<number> {
  const { kernel, hash } = await openKernel();
  const name = library.kernelName(hash);
  const program = programName(hash);
  const workers = availableParallelism();
  const pool = openPool(workers);
  let surprises = 0;
  try {
    const published = [...library.ids(), ...library.searches.ids()];
    for (const id of ids.length > 0 ? ids : published) {
      if (!published.includes(id)) throw new UserError(`There is no published experiment or search "${id}"; there are: ${published.join(', ') || 'none'}.`);
      if (!library.ids().includes(id)) {
        if (!changed || !searchFits(library, id, name)) surprises += await recordSearch(id, { library, pool, workers, kernel, kernelName: name, program });
        continue;
      }
      const experiment = library.experiment(id);
      if (!changed || !fits(library, id, specHash(experiment), name))
        surprises += await recordExperiment(experiment, { library, pool, workers, kernelName: name, program });
      if (isMapped(experiment) && (!changed || !mapFits(library, experiment, name))) await recordMap(experiment, { library, pool, kernelName: name, program });
    }
  } finally {
    pool.close();
  }
  if (surprises > 0)
    console.error(
      `\n${surprises} ${surprises === 1 ? 'claim was' : 'claims were'} not judged as expected: mend the claim, or say what is to be expected of it (expect).`,
    );
  return surprises > 0 ? 1 : 0;
}

interface Recorder {
  library: Library;
  pool: Pool;
  workers: number;
  kernelName: string;
  program: string;
}

/** Returns how many of its claims were not judged as it expects. */
async function recordExperiment(experiment: Experiment, { library, pool, workers, kernelName, program }: Recorder): Promise<number> {
  const { id, seeds, verdicts } = experiment;
  const renewed = recordedOf(
    library.recorded().includes(id),
    () => library.recording(id),
    (recording) =>
      renewExpectations(recording, { id, verdicts, digestWith: (others) => specHash({ ...experiment, verdicts: [...others] }), kernel: kernelName }),
  );
  if (renewed) {
    library.writeRecording(renewed);
    return tell(`${id}: ${RENEWED}`, renewed.judgements);
  }
  if (!process.stderr.isTTY)
    console.error(`${id}: ${expand(experiment, seedsUpTo(seeds)).length} runs on ${workers} ${workers === 1 ? 'worker' : 'workers'} …`);
  const kept = keepRuns(library.unfinished(id), program);
  const results = await trainAll(experiment, { pool: resumingPool(pool, kept), engine: 'fused', seeds });
  refuseFailures(id, results);
  const recording = makeRecording(experiment, results, kernelName);
  library.writeRecording(recording);
  kept.remove();
  return tell(`${id}: ${results.length} runs recorded${keptText(kept)}`, recording.judgements);
}

function fits(library: Library, id: string, spec: string, kernel: string): boolean {
  return fitting(
    library.recorded().includes(id),
    () => library.recording(id),
    (recording) => staleness(originOf(recording), { id, spec, kernel }) === undefined,
  );
}

function fitting<Recorded>(isThere: boolean, read: () => Recorded, fits: (recording: Recorded) => boolean): boolean {
  return recordedOf(isThere, read, (recording) => fits(recording) || undefined) ?? false;
}

function mapFits({ maps }: Library, experiment: Mapped, kernel: string): boolean {
  const { id } = experiment;
  return fitting(
    maps.recorded().includes(id),
    () => maps.recording(id),
    (recording) => staleness(originOfMap(recording), { id, spec: mapHash(experiment), kernel }) === undefined,
  );
}

function searchFits({ searches }: Library, id: string, kernel: string): boolean {
  const spec = jsonDigest(searches.spec(id));
  return fitting(
    searches.recorded().includes(id),
    () => searches.recording(id),
    (recording) => staleness(originOfSearch(recording), { id, spec, kernel }) === undefined,
  );
}

/** A recording with holes would be worse than the old one. */
function refuseFailures(id: string, results: readonly RunResult[]): void {
  for (const { arm, seed, ending } of results) {
    if (ending.state === 'failed') throw new UserError(`${id}, ${arm}, seed ${seed} failed, so nothing is recorded: ${ending.message}`);
  }
}
