/** What the maximal update parametrization is not defined for: its rules are those of layers of weights and biases under SGD and Adam. */
import type { Report } from '../../schema/problem.ts';
import type { Configuration } from './configuration.ts';

/** Their variance is a number divided by the fan-in, which is what the rules start from. */
const BY_FAN_IN = ['heNormal', 'heUniform', 'lecunNormal', 'lecunUniform'];
const OPTIMIZERS = ['sgd', 'adam'];

export function checkParametrization({ network, training, pretraining }: Configuration, report: Report): void {
  const { parametrization, initializer } = network;
  if (!parametrization) return;
  const beside = `with network.parametrization ${parametrization.name}`;
  if (!OPTIMIZERS.includes(training.optimizer.name)) report(['training', 'optimizer'], `${training.optimizer.name} ${beside}`, OPTIMIZERS.join(', '));
  if (!BY_FAN_IN.includes(initializer.name)) {
    report(['network', 'initializer'], `${initializer.name} ${beside}`, `${BY_FAN_IN.join(', ')}: start weights whose variance goes by the fan-in alone`);
  }
  const undefinedFor = {
    'network.normalization': network.normalization,
    'network.regularizer': network.regularizer,
    'network.activityRegularizer': network.activityRegularizer,
    'network.constraint': network.constraint,
    'training.clip': training.clip,
    pretraining,
  };
  for (const [path, value] of Object.entries(undefinedFor)) {
    if (value !== undefined) report(path.split('.'), `found ${beside}`, 'none: how it has to follow the width is not defined here');
  }
}
