/** Judge from what a recording holds of each run, its values at the end and at its best, without training anything. */
import type { Kernel } from '../../kernel/kernel.ts';
import { judgeBy } from '../verdicts/judge.ts';
import { worst } from '../configuration/metrics.ts';
import type { ArmRecording, Recording } from './recording.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { Judgement, Verdict } from '../verdicts/verdict.ts';
import { kindOf } from '../verdicts/index.ts';

/**
 * One per verdict; undefined for verdicts on what is not recorded of every run (areas, times, layers, weights). Values are
 * recorded to nine digits, so effects differ in the last of them from those judged in full.
 */
export function judgeRecorded(experiment: Experiment, recording: Recording, kernel: Kernel): (Judgement | undefined)[] {
  const runs = new Map(recording.arms.flatMap(({ label, runs }) => runs.map((run) => [`${run.seed} ${label}`, run])));
  const seeds = [...new Set(recording.arms.flatMap(({ runs }) => runs.map(({ seed }) => seed)))];
  const judgements = judgeBy(experiment, seeds, kernel, (verdict, { label }, seed) => {
    const run = runs.get(`${seed} ${label}`);
    return run && recordedValue(verdict, run);
  });
  return judgements.map((judgement, index) => (isRecorded(experiment.verdicts[index]!) ? judgement : undefined));
}

/** Whether all that the verdict looks at stands in a recording. */
function isRecorded(verdict: Verdict): boolean {
  return ['ascending', 'below', 'above', 'same'].includes(kindOf(verdict).name) ? verdict.at !== 'area' : verdict.diverges !== undefined;
}

function recordedValue(verdict: Verdict, run: ArmRecording['runs'][number]): number | undefined {
  const { split, metric, at, diverges } = verdict;
  const lost = run.ending === 'diverged';
  if (diverges !== undefined) return Number(lost === diverges);
  if (lost) return worst(metric);
  return at === 'area' ? undefined : (run[at][`${split}.${metric}`] ?? undefined);
}
