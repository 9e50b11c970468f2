/** Train recorded experiments and searches anew, all of their runs or a sample, and compare with the recordings, bit for bit. */
import { availableParallelism } from 'node:os';
import { secondsPerSeed } from '../../experiments/plan/estimate.ts';
import { expand, seedsUpTo } from '../../experiments/spec/expand.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import { makeRecording, specHash } from '../../experiments/record/record.ts';
import { originOf, type Recording } from '../../experiments/record/recording.ts';
import { SpecError } from '../../experiments/spec/spec.ts';
import { staleness } from '../../experiments/record/staleness.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { describeJudgement } from '../output/judgementText.ts';
import type { Library } from '../library/library.ts';
import { hasItsTurn, MOST_SECONDS, oneRun, sampleRuns, takeTurns, type Sample } from './sample.ts';
import { trainRuns } from '../training/train.ts';
import { secondsOfSearch } from '../../search/run/plannedRuns.ts';
import { UserError } from '../userError.ts';
import { firstPart, firstPartDifference } from './firstPart.ts';
import { describeRunDifference } from './verifyRun.ts';
import { countJudged, sampleDifferences } from './verifySample.ts';
import { isMapped } from '../../experiments/maps/cells.ts';
import { verifyMap } from './verifyMap.ts';
import { verifySearch } from './verifySearch.ts';

export interface ReproduceOptions {
  library: Library;
  pool: Pool;
  kernel: Kernel;
  /** By which the recordings have to know the kernel. */
  kernelName: string;
  /** undefined: all runs. */
  sample: Sample | undefined;
}

export interface Reproduced {
  /** What differs, each with the id of its experiment or search. */
  problems: string[];
  /** Runs trained anew, of how many. */
  trained: number;
  runs: number;
  /** Of long runs, the first epoch alone. */
  begun: number;
  /** Claims judged anew, of how many. */
  judged: number;
  claims: number;
  /** What could not be trained, because its data is not at hand: why, with the id. */
  skipped: string[];
}

/** Says of each whether it was reproduced. `ids`: published experiments and searches; all if empty. */
export async function reproduce(ids: readonly string[], options: ReproduceOptions): Promise<Reproduced> {
  const { library } = options;
  const all: Reproduced = { ...NOTHING, problems: [], skipped: [] };
  for (const id of ids.length > 0 ? ids : [...library.ids(), ...library.searches.ids()]) {
    const start = performance.now();
    const one = await reproduceOne(id, options);
    console.log(
      `${one.skipped.length > 0 ? 'without' : one.problems.length === 0 ? 'ok    ' : 'FAILED'} ${id} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
    for (const list of ['problems', 'skipped'] as const) all[list].push(...one[list].map((text) => `${id}: ${text}`));
    for (const count of ['trained', 'runs', 'begun', 'judged', 'claims'] as const) all[count] += one[count];
  }
  return all;
}

async function reproduceOne(id: string, options: ReproduceOptions): Promise<Reproduced> {
  const { library } = options;
  try {
    return !library.ids().includes(id) && library.searches.ids().includes(id) ? await reproduceSearch(id, options) : await reproduceExperiment(id, options);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof SpecError)) throw error;
    return { ...NOTHING, problems: [error.message] };
  }
}

const NOTHING: Reproduced = { problems: [], trained: 0, runs: 0, begun: 0, judged: 0, claims: 0, skipped: [] };

async function reproduceExperiment(id: string, { library, pool, kernelName, sample }: ReproduceOptions): Promise<Reproduced> {
  const experiment = library.experiment(id);
  const recording = found(library, id);
  const stale = staleness(originOf(recording), { id, spec: specHash(experiment), kernel: kernelName });
  const claims = experiment.verdicts.length;
  const runs = expand(experiment, seedsUpTo(experiment.seeds));
  // A stale recording has been explained already: every digest of it would differ.
  if (stale !== undefined) return { ...NOTHING, problems: [`its recording is stale: ${stale}`], runs: runs.length, claims };
  const isDue = !sample || hasItsTurn(id, library.ids(), sample);
  const map = isMapped(experiment) ? await verifyMap(experiment, found(library.maps, id, 'map'), { pool, kernelName, sample, isDue }) : undefined;
  const seconds = secondsPerSeed(experiment);
  const chosen = !sample ? runs : isDue ? sampleRuns(runs, sample, seconds) : oneRun(runs, sample, seconds);
  // Of runs that are long, a sample has the first epoch of one; whole ones are for the night.
  const parts = sample ? chosen.flatMap((run) => firstPart(run, experiment) ?? []).slice(0, 1) : [];
  const trained = await trainRuns(id, parts.length > 0 ? parts : chosen, { pool, engine: 'fused' });
  const missing = trained.find(({ ending }) => ending.state === 'failed' && ending.missing)?.ending;
  const results = parts.length > 0 || missing ? [] : trained;
  if (missing?.state === 'failed') {
    const problems = sample ? sampleDifferences(recording, experiment, runs, results) : [];
    return { ...NOTHING, problems, runs: runs.length, claims, skipped: [missing.message], judged: sample ? countJudged(recording, experiment) : 0 };
  }
  return {
    problems: [
      ...(sample
        ? sampleDifferences(recording, experiment, runs, results)
        : differences(recording, makeRecording(experiment, results, kernelName), experiment)),
      ...(map?.problems ?? []),
      ...parts.flatMap((_, index) => firstPartDifference(experiment, recording, trained[index]!) ?? []),
    ],
    ...{ skipped: [], begun: parts.length, trained: results.length + (map?.trained ?? 0), runs: runs.length + (map?.runs ?? 0), claims },
    judged: sample ? countJudged(recording, experiment) : claims,
  };
}

async function reproduceSearch(id: string, { library, pool, kernel, kernelName, sample }: ReproduceOptions): Promise<Reproduced> {
  const search = library.searches.spec(id);
  const recording = found(library.searches, id);
  const isDue = !sample || (isLong(library, id) ? longSearch(library, sample) === id : hasItsTurn(id, library.searches.ids(), sample));
  const { problems, trained } = await verifySearch(search, recording, { pool, workers: availableParallelism(), kernel, kernelName, sample, isDue });
  const runs = recording.logs.reduce((sum, { values }) => sum + values.reduce((count, ofTrial) => count + ofTrial.length, 0), 0);
  return { ...NOTHING, problems, trained, runs, judged: search.verdicts.length, claims: search.verdicts.length };
}

/** The one that has its turn. */
function longSearch(library: Library, { day }: Sample): string | undefined {
  return takeTurns(library.searches.ids().filter((id) => isLong(library, id)), 1, day)[0]; // prettier-ignore
}

/** Whether what a sample takes of a search (one part of it) is more than is done every day. */
function isLong(library: Library, id: string): boolean {
  const search = library.searches.spec(id);
  return search.strategies.some((strategy) => secondsOfSearch(strategy.name === 'tuned' ? search : { ...search, seeds: 1 }, [strategy]) > MOST_SECONDS);
}

function found<Recorded>(shelf: { recorded(): string[]; recording(id: string): Recorded }, id: string, of?: string): Recorded {
  if (!shelf.recorded().includes(id)) throw new UserError(`${of === undefined ? 'it' : `its ${of}`} has no recording. Run: npm run -s lab -- record ${id}`);
  return shelf.recording(id);
}

function differences(recording: Recording, made: Recording, experiment: Experiment): string[] {
  const list: string[] = [];
  for (const arm of made.arms) {
    const recorded = recording.arms.find(({ label }) => label === arm.label);
    for (const run of arm.runs) {
      const before = recorded?.runs.find(({ seed }) => seed === run.seed);
      const name = `${arm.label}, seed ${run.seed}`;
      if (!before) list.push(`${name} is not in the recording`);
      else if (before.digest !== run.digest || before.ending !== run.ending) list.push(describeRunDifference(arm.label, run, before)!);
    }
  }
  const extra = recording.arms
    .flatMap((arm) => arm.runs.map((run) => ({ arm, run })))
    .filter(({ arm, run }) => run.seed > experiment.seeds || !made.arms.some(({ label }) => label === arm.label));
  list.push(...extra.map(({ arm, run }) => `${arm.label}, seed ${run.seed} is recorded but not part of the experiment`));
  made.judgements.forEach((judgement, index) => {
    if (judgement.outcome !== judgement.expected) list.push(describeJudgement(judgement));
    if (!sameJudgement(judgement, recording.judgements[index])) list.push(`the judgement of “${judgement.claim}” is not as recorded`);
  });
  if (list.length === 0 && JSON.stringify(made) !== JSON.stringify(recording))
    list.push(`the numbers in its recording are not those of its runs. Make it anew: npm run -s lab -- record ${experiment.id}`);
  return list;
}

function sameJudgement(a: Judgement, b: Judgement | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
