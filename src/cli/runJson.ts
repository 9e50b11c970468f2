/** What `lab run --json` prints: one object, numbers in full. `experiment` is the explicit spec, which can be saved and run again. */
import type { LayerParameters } from '../engines/engine.ts';
import { writeExperiment } from '../experiments/spec.ts';
import type { Arm, Experiment, GivenParameters, History, Judgement, RunResult } from '../experiments/types.ts';

export interface RunReport {
  experiment: Experiment;
  arms: readonly Arm[];
  engine: string;
  kernel: string;
  results: readonly RunResult[];
  judgements: readonly Judgement[];
}

export function runJson({ experiment, arms, engine, kernel, results, judgements }: RunReport): object {
  return {
    id: experiment.id,
    experiment: writeExperiment(experiment),
    engine,
    kernel,
    arms: arms.map(({ label, labels, configuration }) => ({ label, labels, configuration })),
    runs: results.map(({ arm, seed, ending, digest, history, parameters, checkpoints, trainingTime, totalTime, data, pretraining, confusion, probes }) => ({
      arm,
      labels: arms.find(({ label }) => label === arm)?.labels ?? {},
      seed,
      ending,
      digest,
      ...(data !== undefined && { data }),
      ...(pretraining && { pretraining }),
      history: pointsOf(history),
      ...(parameters && { parameters: parameters.map(matrixOf) }),
      ...(checkpoints && { checkpoints: checkpoints.map((checkpoint) => ({ ...checkpoint, parameters: checkpoint.parameters.map(matrixOf) })) }),
      ...(confusion && { confusion }),
      ...(probes && { probes }),
      trainingTime,
      totalTime,
    })),
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

/** The kernel as [inputs][units], as in the initializer `given`. */
export function matrixOf({ kernel, bias, gamma, beta, movingMean, movingVariance }: LayerParameters): GivenParameters {
  const units = bias.length;
  const rows = Array.from({ length: kernel.length / units }, (_, row) => Array.from(kernel.subarray(row * units, (row + 1) * units)));
  return {
    kernel: rows,
    bias: Array.from(bias),
    ...(gamma && { gamma: Array.from(gamma) }),
    ...(beta && { beta: Array.from(beta) }),
    ...(movingMean && { movingMean: Array.from(movingMean) }),
    ...(movingVariance && { movingVariance: Array.from(movingVariance) }),
  };
}
