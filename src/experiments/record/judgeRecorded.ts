/** Judge from what a recording holds of each run, its values at the end and at its best, without training anything. */
import { judgeMeasured, type MeasuredRun } from '../verdicts/judge.ts';
import { worst } from '../configuration/metrics.ts';
import type { ArmRecording, Recording } from './recording.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { Judgement, Verdict } from '../verdicts/verdict.ts';
import { kindOf } from '../verdicts/index.ts';

/**
 * One per verdict; undefined for verdicts on what is not recorded of every run (areas, times, layers, weights). Values are
 * recorded to nine digits, so effects differ in the last of them from those judged in full. The loss of chance is not recorded: what
 * matters is taken from the recorded judgement.
 */
export function judgeRecorded(experiment: Experiment, { arms, judgements }: Pick<Recording, 'arms' | 'judgements'>): (Judgement | undefined)[] {
  const verdicts = experiment.verdicts.map((verdict, index) => ({ ...verdict, matters: judgements[index]?.matters ?? verdict.matters }));
  const runs = arms.flatMap(({ label, runs: own }) =>
    own.map((run): MeasuredRun => ({ arm: label, seed: run.seed, values: verdicts.map((verdict) => recordedValue(verdict, run)) })),
  );
  const anew = judgeMeasured({ ...experiment, verdicts }, runs);
  return anew.map((judgement, index) => (isRecorded(experiment.verdicts[index]!) ? judgement : undefined));
}

/** Whether all that the verdict looks at stands in a recording. */
function isRecorded(verdict: Verdict): boolean {
  return kindOf(verdict).kind.recorded === true && verdict.at !== 'area';
}

function recordedValue(verdict: Verdict, run: ArmRecording['runs'][number]): number | undefined {
  const { split, metric, at, diverges } = verdict;
  const lost = run.ending === 'diverged';
  if (diverges !== undefined) return Number(lost === diverges);
  if (lost) return worst(metric);
  return at === 'area' ? undefined : (run[at][`${split}.${metric}`] ?? undefined);
}
