/** The cells of a map: every combination of its conditions, each an experiment of its own that asks for the one claim. */
import type { Axis } from '../configuration/arm.ts';
import type { Json } from '../../schema/json.ts';
import type { Problem } from '../../schema/problem.ts';
import { armsOfVerdict, checkVerdict } from '../verdicts/check.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Experiment } from './experiment.ts';
import { withSettings } from './withSettings.ts';

/** One combination of conditions. */
export interface Combination {
  /** One for each condition. */
  labels: string[];
  /** Path → value. */
  settings: Record<string, Json>;
}

/** The last condition varies fastest. */
export function combinationsOf(over: readonly Axis[]): Combination[] {
  return over.reduce<Combination[]>(
    (partial, { values }) =>
      partial.flatMap(({ labels, settings }) => values.map(({ label, set }) => ({ labels: [...labels, label], settings: { ...settings, ...set } }))),
    [{ labels: [], settings: {} }],
  );
}

/** What is trained and judged under these settings: the claim's arms, and nothing that it does not ask for. */
export function cellExperiment(experiment: Experiment, verdict: Verdict, settings: Record<string, Json>): Experiment | { problems: Problem[] } {
  const compared = withSettings(experiment, settings);
  if ('problems' in compared) return compared;
  const { axes, arms } = compared;
  const { id, title, claim, sources, seeds, show, history, probes } = experiment;
  const lacking = checkVerdict(verdict, { axes }, arms, ['claim']);
  const problems = lacking.length > 0 && probes ? checkVerdict(verdict, { axes, probes }, arms, ['claim']) : lacking;
  if (problems.length > 0) return { problems };
  return {
    ...{ id, title, claim, sources, seeds },
    ...compared,
    arms: armsOfVerdict(verdict, axes, arms),
    verdicts: [verdict],
    figures: [],
    show: { ...show, metric: verdict.metric, split: verdict.split },
    controls: [],
    ...(history && { history }),
    ...(lacking.length > 0 && probes && { probes }),
  };
}
