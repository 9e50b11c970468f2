/** Regularization, schedules and stopping that do not go with the rest of a configuration. */
import { shapeOf } from '../../datasets/index.ts';
import { updatesOf } from './budget.ts';
import type { Report } from '../../schema/problem.ts';
import type { Configuration } from './configuration.ts';
import { checkParametrization } from './checkParametrization.ts';
import { checkPretraining } from './checkPretraining.ts';
import { MOST_CHECKPOINTS } from './limits.ts';
import { metricNamesOf } from './metrics.ts';
import { splitSizes } from './splitSizes.ts';

export function checkOptions(configuration: Configuration, report: Report): void {
  checkHidden(configuration, report);
  checkNormalization(configuration, report);
  checkIntervals(configuration, report);
  checkMomentum(configuration, report);
  checkStopping(configuration, report);
  checkCheckpoints(configuration, report);
  checkPretraining(configuration, report);
  checkParametrization(configuration, report);
}

/** What works on hidden layers would silently do nothing without one. */
function checkHidden({ network, pretraining }: Configuration, report: Report): void {
  if (network.hidden.length > 0) return;
  const allowed = 'a network with hidden layers, or leave it out';
  const options = {
    dropout: network.dropout,
    'noise.hidden': network.noise?.hidden === 0 ? undefined : network.noise?.hidden,
    normalization: network.normalization,
    activityRegularizer: network.activityRegularizer,
    constraint: network.constraint?.['output'] === true ? undefined : network.constraint,
    parametrization: network.parametrization,
  };
  for (const [key, value] of Object.entries(options)) {
    if (value !== undefined) report(['network', ...key.split('.')], 'no hidden layer that it could work on', allowed);
  }
  if (pretraining) report(['pretraining'], 'no hidden layer that could be pre-trained', allowed);
}

function checkNormalization({ network, training }: Configuration, report: Report): void {
  const { normalization } = network;
  if (!normalization) return;
  if (normalization.name === 'batch' && training.batchSize === 1) {
    report(['training', 'batchSize'], '1, with batch normalization', 'at least 2: a single example has no variance');
  }
  if (normalization.position === 'after' && network.activityRegularizer) {
    report(
      ['network', 'activityRegularizer'],
      'a penalty on activities that are normalized after the activation',
      'normalization before the activation, or none',
    );
  }
}

function checkIntervals({ network, training }: Configuration, report: Report): void {
  const { constraint } = network;
  if (constraint?.name === 'minMaxNorm' && Number(constraint.least) > Number(constraint.greatest)) {
    report(['network', 'constraint'], `least ${Number(constraint.least)} and greatest ${Number(constraint.greatest)}`, 'least at most as large as greatest');
  }
  const { schedule } = training;
  if (schedule?.name === 'rangeTest' && Number(schedule.lowest) >= Number(schedule.highest)) {
    report(['training', 'schedule'], `lowest ${Number(schedule.lowest)} and highest ${Number(schedule.highest)}`, 'lowest below highest');
  }
}

function checkMomentum({ training: { momentumWarmUp, optimizer } }: Configuration, report: Report): void {
  if (!momentumWarmUp || (optimizer.name === 'sgd' && Number(optimizer['momentum']) > 0)) return;
  const found = optimizer.name === 'sgd' ? 'SGD without momentum' : `${optimizer.name}, whose momentum does not rise`;
  report(['training', 'momentumWarmUp'], found, 'SGD with a momentum above 0, to which it rises, or leave it out');
}

function checkStopping({ dataset, split, training }: Configuration, report: Report): void {
  const { earlyStopping } = training;
  if (!earlyStopping) return;
  const names = metricNamesOf(shapeOf(dataset).task, earlyStopping.split).filter((name) => name !== 'learningRate');
  if (!names.includes(earlyStopping.metric)) report(['training', 'earlyStopping', 'metric'], earlyStopping.metric, `one of ${names.join(', ')}`);
  if (splitSizes({ dataset, split })[earlyStopping.split] === 0) {
    report(['training', 'earlyStopping', 'split'], earlyStopping.split, `a split that is there: see split.${earlyStopping.split}`);
  }
}

function checkCheckpoints(configuration: Configuration, report: Report): void {
  const { training } = configuration;
  const every = training.checkpoints?.every;
  const examples = splitSizes(configuration).train;
  if (every === undefined || examples < 1) return;
  const epochs = Math.floor(updatesOf(training, examples, training.batchSize) / updatesOf({ epochs: 1 }, examples, training.batchSize));
  if (epochs / every > MOST_CHECKPOINTS) {
    report(
      ['training', 'checkpoints', 'every'],
      `${every}, of ${epochs} epochs`,
      `at least ${Math.ceil(epochs / MOST_CHECKPOINTS)}: at most ${MOST_CHECKPOINTS} are kept`,
    );
  }
}
