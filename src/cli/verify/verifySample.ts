/** What of a recording can be checked by training some of its runs: those runs, that none is missing, and the judgements. */
import { judgeRecorded } from '../../experiments/record/judgeRecorded.ts';
import { recordRun } from '../../experiments/record/record.ts';
import type { Recording } from '../../experiments/record/recording.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { describeJudgement } from '../output/judgementText.ts';
import { describeRunDifference } from './verifyRun.ts';

/** What is wrong. `runs`: all of the experiment; `results`: those that were trained anew. */
export function sampleDifferences(recording: Recording, experiment: Experiment, runs: readonly Run[], results: readonly RunResult[]): string[] {
  const recorded = (arm: string, seed: number) => recording.arms.find(({ label }) => label === arm)?.runs.find((run) => run.seed === seed);
  const list = runs.flatMap(({ arm, seed }) => (recorded(arm.label, seed) ? [] : [`${arm.label}, seed ${seed} is not in the recording`]));
  const count = recording.arms.reduce((sum, arm) => sum + arm.runs.length, 0);
  if (count > runs.length) list.push(`${count - runs.length} recorded runs are not part of the experiment`);
  for (const result of results) {
    const before = recorded(result.arm, result.seed);
    const difference = before && describeRunDifference(result.arm, recordRun(result), before);
    if (difference !== undefined) list.push(difference);
  }
  return [...list, ...judgementProblems(recording, experiment)];
}

/** How many judgements were made anew from recorded values. */
export function countJudged(recording: Recording, experiment: Experiment): number {
  return judgeRecorded(experiment, recording).filter((judgement) => judgement !== undefined).length;
}

function judgementProblems(recording: Recording, experiment: Experiment): string[] {
  const made = judgeRecorded(experiment, recording);
  return experiment.verdicts.flatMap(({ claim, expect }, index) => {
    const before = recording.judgements[index];
    if (before?.claim !== claim || before.expected !== expect) return [`there is no judgement of “${claim}” in the recording`];
    const anew = made[index] ?? before;
    return [
      ...(anew.outcome === expect ? [] : [describeJudgement(anew)]),
      ...(isSame(anew, before, largestOf(recording)) ? [] : [`the judgement of “${claim}” is not that of the recorded values`]),
    ];
  });
}

/** Up to the digits that a recording keeps: each value is off by at most 5e-9 of itself, a difference by twice that. */
function isSame(a: Judgement, b: Judgement, largest: number): boolean {
  const near = (key: keyof Judgement['effect']) => {
    const [x, y] = [a.effect[key], b.effect[key]];
    return x === null || y === null ? x === y : Math.abs(x - y) <= 1.1e-8 * largest;
  };
  return a.outcome === b.outcome && a.agree === b.agree && a.against === b.against && a.seeds === b.seeds && near('median') && near('low') && near('high');
}

function largestOf({ arms }: Recording): number {
  return arms.reduce(
    (largest, { runs }) =>
      runs.reduce((most, { final, best }) => Math.max(most, ...[...Object.values(final), ...Object.values(best)].map((v) => Math.abs(v ?? 0))), largest),
    0,
  );
}
