/** `lab verify [ID…]`: run recorded experiments and searches anew, all of their runs or a sample, and compare, bit for bit; judge every claim. */
import { availableParallelism } from 'node:os';
import { expand, seedsUpTo } from '../../experiments/spec/expand.ts';
import type { Recording } from '../../experiments/record/recording.ts';
import { makeRecording, specHash } from '../../experiments/record/record.ts';
import type { Experiment, Judgement } from '../../experiments/types.ts';
import { describeJudgement } from '../output/judgementText.ts';
import { openKernel } from '../kernel.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { dayText, sampleRuns, type Sample } from '../verify/sample.ts';
import { openPool, trainRuns } from '../training/train.ts';
import { describeRunDifference } from '../verify/verifyRun.ts';
import { countJudged, sampleDifferences } from '../verify/verifySample.ts';
import { verifySearch } from '../verify/verifySearch.ts';

/** `sample`: undefined for all runs. Returns the exit code: 1 if anything differs. */
export async function verifyCommand(ids: string[], library: Library = openLibrary(), sample?: Sample): Promise<number> {
  const { kernel, hash } = await openKernel();
  const pool = openPool();
  const failures: string[] = [];
  const done = { trained: 0, runs: 0, judged: 0, claims: 0 };
  if (sample) console.log(`Of each experiment, every arm’s seed 1 and ${sample.more} more runs, those whose turn it is on ${dayText(sample.day)}.`);
  try {
    for (const id of ids.length > 0 ? ids : [...library.ids(), ...library.searches.ids()]) {
      const problems: string[] = [];
      const start = performance.now();
      const say = () => {
        console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${id} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
        failures.push(...problems.map((problem) => `${id}: ${problem}`));
      };
      if (!library.ids().includes(id) && library.searches.ids().includes(id)) {
        const search = attempt(() => library.searches.spec(id), problems);
        const recording = search && attempt(() => found(library.searches, id), problems);
        if (search && recording) {
          const { problems: wrong, trained } = await verifySearch(search, recording, { pool, workers: availableParallelism(), kernel, hash, sample });
          problems.push(...wrong);
          done.trained += trained;
          done.runs += recording.logs.reduce((sum, { values }) => sum + values.reduce((count, runs) => count + runs.length, 0), 0);
          done.claims += search.verdicts.length;
          done.judged += search.verdicts.length;
        }
        say();
        continue;
      }
      const experiment = attempt(() => library.experiment(id), problems);
      const recording = experiment && attempt(() => found(library, id), problems);
      if (experiment && recording) {
        problems.push(...staleness(recording, id, specHash(experiment), hash));
        // A stale recording has been explained already: every digest of it would differ.
        if (problems.length === 0) {
          const runs = expand(experiment, seedsUpTo(experiment.seeds));
          const results = await trainRuns(id, sample ? sampleRuns(runs, sample) : runs, { pool, engine: 'fused' });
          if (sample) problems.push(...sampleDifferences(recording, experiment, runs, results, kernel));
          else problems.push(...differences(recording, makeRecording(experiment, results, hash, kernel), experiment));
          done.trained += results.length;
          done.runs += runs.length;
          done.claims += experiment.verdicts.length;
          done.judged += sample ? countJudged(recording, experiment, kernel) : experiment.verdicts.length;
        }
      }
      say();
    }
  } finally {
    pool.close();
  }
  if (ids.length === 0) failures.push(...orphans(library));
  for (const failure of failures) console.error(`  ${failure}`);
  const { trained, runs, judged, claims } = done;
  const success = sample
    ? `${trained} of ${runs} runs reproduced bit for bit; ${judged} of ${claims} claims judged anew from recorded values, every claim as expected`
    : `${runs} runs reproduced bit for bit, every claim as expected`;
  console.log(failures.length === 0 ? success : `${failures.length} ${failures.length === 1 ? 'problem' : 'problems'}`);
  return failures.length === 0 ? 0 : 1;
}

function attempt<T>(read: () => T, problems: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    problems.push((error as Error).message);
    return undefined;
  }
}

function found<Recorded>(shelf: { recorded(): string[]; recording(id: string): Recorded }, id: string): Recorded {
  if (!shelf.recorded().includes(id)) throw new Error(`it has no recording. Make one: npm run -s lab -- record ${id}`);
  return shelf.recording(id);
}

function staleness(recording: Recording, id: string, spec: string, kernel: string): string[] {
  const remedy = `Make it anew: npm run -s lab -- record ${id}`;
  if (recording.experiment !== id) return [`its recording belongs to "${recording.experiment}". ${remedy}`];
  if (recording.spec !== spec) return [`its recording is stale: it was made from another version of the spec. ${remedy}`];
  if (recording.kernel !== kernel) return [`its recording is stale: it was made with kernel ${recording.kernel}, now it is ${kernel}. ${remedy}`];
  return [];
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

function orphans(library: Library): string[] {
  const without = (ids: string[], recorded: string[]) => recorded.filter((id) => !ids.includes(id));
  const { searches } = library;
  return [
    ...without(library.ids(), library.recorded()).map((id) => `${id}: a recording without an experiment; delete content/recordings/${id}.json`),
    ...without(searches.ids(), searches.recorded()).map((id) => `${id}: a recording without a search; delete content/recordings/searches/${id}.json`),
  ];
}
