/** Pre-training that does not go with the rest of a configuration. */
import { shapeOf } from '../../datasets/index.ts';
import { outputRule } from './output.ts';
import type { Report } from '../../schema/problem.ts';
import type { Configuration } from './configuration.ts';
import { pretrainedExamples } from './pretrainedExamples.ts';

export function checkPretraining(configuration: Configuration, report: Report): void {
  const { pretraining, network } = configuration;
  if (!pretraining || network.hidden.length === 0) return;
  if (network.normalization) report(['pretraining'], 'pre-training of normalized layers', 'layers without normalization');
  const { layers = network.hidden.length, frozen = 0, batchSize } = pretraining;
  if (layers > network.hidden.length) report(['pretraining', 'layers'], String(layers), `at most ${network.hidden.length}, the number of hidden layers`);
  else if (frozen > layers) report(['pretraining', 'frozen'], String(frozen), `at most ${layers}, the number of layers that are pre-trained`);
  const examples = pretrainedExamples(configuration);
  if (batchSize > examples) report(['pretraining', 'batchSize'], String(batchSize), `at most ${examples}, the number of examples to pre-train on`);
  checkSource(configuration, report);
}

/** The other task: the same features, and a loss that is for both. */
function checkSource({ dataset, network, training, pretraining }: Configuration, report: Report): void {
  const source = pretraining?.dataset;
  if (!source) return;
  const { task, features, classes } = shapeOf(source);
  const own = shapeOf(dataset);
  if (features !== own.features) report(['pretraining', 'dataset'], `${features} features`, `${own.features}, as in dataset`);
  const rule = outputRule(training.loss.name, task);
  const fits = rule?.activations.includes(network.outputActivation.name) && !(training.loss.name === 'binaryCrossentropy' && classes !== 2);
  if (!fits)
    report(['pretraining', 'dataset'], source.name, `a data set for the loss ${training.loss.name} and the output activation ${network.outputActivation.name}`);
  for (const key of ['inputDropout', 'activityRegularizer', 'decoderRegularizer'] as const) {
    if (pretraining[key] !== undefined) report(['pretraining', key], 'found beside dataset', 'none: it is for autoencoders');
  }
}
