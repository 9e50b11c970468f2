/** What `lab run --json` prints: one object, numbers in full. `experiment` is the explicit spec, which can be saved and run again. */
import { givenParameters } from '../../experiments/configuration/givenParameters.ts';
import { writeExperiment } from '../../experiments/spec/spec.ts';
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { History, RunResult } from '../../experiments/train/result.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';

export interface RunReport {
  experiment: Experiment;
  arms: readonly Arm[];
  engine: string;
  kernel: string;
  results: readonly RunResult[];
  judgements: readonly Judgement[];
  /** Whether the final parameters are in it, where the results have them. */
  withParameters: boolean;
}

export function runJson({ experiment, arms, engine, kernel, results, judgements, withParameters }: RunReport): object {
  return {
    id: experiment.id,
    experiment: writeExperiment(experiment),
    engine,
    kernel,
    arms: arms.map(({ label, labels, configuration }) => ({ label, labels, configuration })),
    runs: results.map(
      ({
        arm,
        seed,
        ending,
        digest,
        history,
        parameters,
        checkpoints,
        trainingTime,
        totalTime,
        data,
        pretraining,
        confusion,
        mistakes,
        reliability,
        probes,
      }) => ({
        arm,
        labels: arms.find(({ label }) => label === arm)?.labels ?? {},
        seed,
        ending,
        digest,
        ...(data !== undefined && { data }),
        ...(pretraining && { pretraining }),
        history: pointsOf(history),
        ...(withParameters && parameters && { parameters: parameters.map(givenParameters) }),
        ...(checkpoints && { checkpoints: checkpoints.map((checkpoint) => ({ ...checkpoint, parameters: checkpoint.parameters.map(givenParameters) })) }),
        ...(confusion && { confusion }),
        ...(mistakes && { mistakes }),
        ...(reliability && { reliability }),
        ...(probes && { probes }),
        trainingTime,
        totalTime,
      }),
    ),
    judgements,
  };
}

/** One object per point: `{ step, epoch, train: { loss, accuracy }, validation: { … } }`. */
function pointsOf({ step, epoch, columns }: History): object[] {
  return Array.from(step, (at, point) => {
    const row: Record<string, Record<string, number | undefined>> = {};
    for (const { split, metric, values } of columns) (row[split] ??= {})[metric] = values[point];
    return { step: at, epoch: epoch[point], ...row };
  });
}
