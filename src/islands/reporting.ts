/** What is said of a trial that is over: its claim judged, and how it compares with the recording. */
import { judge } from '../experiments/judge.ts';
import type { Judgement, RunResult } from '../experiments/types.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { IslandData } from './islandData.ts';
import type { ReportLine } from './islandState.ts';
import { runReport } from './runReport.ts';
import type { Trial } from './trial.ts';

/** `problem`: why the claim could not be judged, if it could not. */
export function reportOn({ experiment: published, recording }: IslandData, trial: Trial, results: RunResult[], kernel: Kernel) {
  const { experiment, modified, engine, seeds } = trial;
  let judgements: Judgement[] = [];
  let problem: string | undefined;
  try {
    judgements = judge(experiment, results, kernel);
  } catch (error) {
    problem = `The claim could not be judged: ${error instanceof Error ? error.message : String(error)}`;
  }
  const ended = results.every(({ ending }) => ending.state === 'finished' || ending.state === 'diverged');
  const allSeeds = seeds[0] === 1 && seeds.length === published.seeds && ended;
  const lines: ReportLine[] = runReport({ recording, results, judgements, modified, engine, allSeeds });
  return { lines, problem };
}
