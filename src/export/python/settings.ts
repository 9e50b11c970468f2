/** What an arm's settings are in every framework. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { ArmData } from '../data/armData.ts';
import { layerScales } from '../../experiments/plan/layerScales.ts';
import { cancelsBias, type Uses } from '../uses.ts';
import type { Settings } from './armTable.ts';
import { literal, real } from './literal.ts';
import { plateauExpression, rateExpression } from './schedules.ts';
import { scoreExpression, threshold } from './scores.ts';

/** `every`: updates from point to point of the history; an epoch if absent. */
export function commonSettings(configuration: Configuration, { updates, updatesPerEpoch, task }: ArmData, uses: Uses, every?: number): Settings {
  const { network, training } = configuration;
  const { clip, averaging, earlyStopping, loss } = training;
  return {
    hidden: literal(network.hidden),
    ...(uses.inputNoise && { input_noise: real(network.noise?.input ?? 0) }),
    ...(uses.inputDropout && { input_dropout: real(network.inputDropout ?? 0) }),
    ...(uses.noise && { noise: real(network.noise?.hidden ?? 0) }),
    ...(uses.dropout && { dropout: real(network.dropout ?? 0) }),
    ...(uses.outputDropout && { output_dropout: real(network.outputDropout ?? 0) }),
    ...(uses.cancelledBias && { bias_cancelled: literal(cancelsBias(configuration)) }),
    ...(uses.penalty && { l1: real(network.regularizer?.l1 ?? 0), l2: real(network.regularizer?.l2 ?? 0) }),
    ...(uses.biasPenalty && { penalize_biases: literal(network.regularizer?.biases ?? false) }),
    ...(uses.activityPenalty && { activity_l1: real(network.activityRegularizer?.l1 ?? 0), activity_l2: real(network.activityRegularizer?.l2 ?? 0) }),
    score: scoreExpression(loss),
    ...(task === 'classification' && { threshold: threshold(loss) }),
    ...(uses.labelSmoothing && { label_smoothing: real(Number(loss.labelSmoothing ?? 0)), binary: literal(loss.name === 'binaryCrossentropy') }),
    learning_rate: real(Number(training.optimizer.learningRate)),
    ...(uses.ownRates && { factors: factorsOf(configuration), output_start: real(layerScales(configuration)?.at(-1)!.start ?? 1) }),
    ...(uses.schedule && { rate: rateExpression(configuration, updates, updatesPerEpoch) }),
    ...(uses.plateau && { plateau: plateauExpression(configuration) }),
    batch_size: literal(training.batchSize),
    updates: literal(updates),
    ...(uses.shuffle && { shuffle: literal(training.shuffle) }),
    ...(every !== undefined && { every: literal(every) }),
    ...(uses.clip && { clip: clip ? `(${literal(clip.by)}, ${real(clip.limit)})` : 'None' }),
    ...(uses.averaging && { averaging: real(averaging?.momentum ?? null) }),
    ...(uses.earlyStopping && {
      early_stopping: earlyStopping
        ? `dict(metric=${literal(earlyStopping.metric)}, split=${literal(earlyStopping.split)}, patience=${earlyStopping.patience}, min_delta=${real(earlyStopping.minDelta)}, restore=${literal(earlyStopping.restoreBest)})`
        : 'None',
    }),
  };
}

/** Of each layer: the learning rates of weights and of biases, as multiples of that of the network. */
function factorsOf(configuration: Configuration): string {
  const scales = layerScales(configuration) ?? [...configuration.network.hidden, 0].map(() => ({ kernelRate: 1, biasRate: 1 }));
  return `[${scales.map(({ kernelRate, biasRate }) => `(${real(kernelRate)}, ${real(biasRate)})`).join(', ')}]`;
}
