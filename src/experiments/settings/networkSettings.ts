/** The settings of the network, derived from the catalog. */
import { shapeOf } from '../../datasets/index.ts';
import { activations, constraints, initializers, normalizations, parametrizations } from '../../nn/catalog.ts';
import { isGiven } from '../configuration/checkGiven.ts';
import { hiddenActivations } from '../configuration/configurationSchema.ts';
import { LIMITS } from '../configuration/limits.ts';
import { POSITIONS } from '../configuration/networkOptions.ts';
import { outputRule } from '../configuration/output.ts';
import { choiceSettings, numberSetting, wordSetting } from './settingForms.ts';
import type { Setting } from './setting.ts';
import type { Configuration } from '../configuration/configuration.ts';

const NONE = { name: 'none', title: 'none' };
const STANDARD = { name: 'standard', title: 'standard' };

export function networkSettings({ dataset, network, training }: Configuration): Setting[] {
  const { hidden, activation, outputActivation, initializer } = network;
  const rule = outputRule(training.loss.name, shapeOf(dataset).task);
  const outputs = activations.filter(({ name }) => rule?.activations.includes(name));
  return [
    {
      kind: 'numbers',
      path: 'network.hidden',
      label: 'hidden layers',
      description: 'units of each hidden layer, from the first to the last',
      value: hidden,
      range: LIMITS.units,
      length: LIMITS.hiddenLayers,
    },
    ...choiceSettings({ path: 'network.activation', label: 'activation', description: 'activation of the hidden layers' }, hiddenActivations, activation),
    ...choiceSettings(
      { path: 'network.outputActivation', label: 'output activation', description: 'activation of the output layer' },
      outputs,
      outputActivation,
    ),
    ...(isGiven(initializer)
      ? []
      : choiceSettings(
          { path: 'network.initializer', label: 'initializer', description: 'how the weights are drawn before training' },
          initializers,
          initializer,
        )),
    ...(hidden.length > 0 ? hiddenSettings(network) : []),
    ...(hidden.length > 0
      ? choiceSettings(
          { path: 'network.parametrization', label: 'parametrization', description: 'how start weights and rates of the layers follow the width' },
          parametrizations,
          network.parametrization,
          STANDARD,
        )
      : []),
    ...constraintSettings(network),
    ...featureSettings(network),
    ...outputDropoutSettings(network),
    ...penaltySettings('network.regularizer', 'penalty on weights', network.regularizer),
    ...(network.regularizer
      ? [
          {
            kind: 'boolean' as const,
            path: 'network.regularizer.biases',
            label: 'biases too',
            description: 'whether the penalty is on biases, too',
            value: network.regularizer.biases,
          },
        ]
      : []),
  ];
}

function hiddenSettings({ dropout = 0, noise, normalization, activityRegularizer }: Configuration['network']): Setting[] {
  return [
    numberSetting(
      { path: 'network.dropout', label: 'dropout', description: 'share of each hidden layer’s outputs that is dropped at each step' },
      dropout,
      LIMITS.share,
    ),
    numberSetting(
      { path: 'network.noise.hidden', label: 'noise', description: 'standard deviation of the noise on the outputs of hidden layers, while training' },
      noise?.hidden ?? 0,
      LIMITS.noise,
    ),
    ...choiceSettings(
      { path: 'network.normalization', label: 'normalization', description: 'normalization of every hidden layer' },
      normalizations,
      normalization,
      NONE,
    ),
    ...(normalization
      ? [
          wordSetting(
            { path: 'network.normalization.position', label: 'position', description: 'before or after the activation' },
            normalization.position,
            POSITIONS,
          ),
        ]
      : []),
    ...penaltySettings('network.activityRegularizer', 'penalty on activities', activityRegularizer),
  ];
}

function constraintSettings({ hidden, constraint }: Configuration['network']): Setting[] {
  if (hidden.length === 0 && !constraint) return [];
  return [
    ...choiceSettings({ path: 'network.constraint', label: 'constraint', description: 'on the weights into hidden layers' }, constraints, constraint, NONE),
    ...(constraint
      ? [
          {
            kind: 'boolean' as const,
            path: 'network.constraint.output',
            label: 'output layer too',
            description: 'whether the constraint is on the weights into the output layer, too',
            value: constraint['output'] === true,
          },
        ]
      : []),
  ];
}

function featureSettings({ inputDropout = 0, noise }: Configuration['network']): Setting[] {
  return [
    numberSetting(
      { path: 'network.inputDropout', label: 'input dropout', description: 'share of the features that is dropped at each step' },
      inputDropout,
      LIMITS.share,
    ),
    numberSetting(
      { path: 'network.noise.input', label: 'input noise', description: 'standard deviation of the noise on the features, while training' },
      noise?.input ?? 0,
      LIMITS.noise,
    ),
  ];
}

function outputDropoutSettings({ outputDropout = 0 }: Configuration['network']): Setting[] {
  return [
    numberSetting(
      {
        path: 'network.outputDropout',
        label: 'dropout at the output',
        description: 'share of the outputs’ sums, before their activation, that is dropped at each step',
      },
      outputDropout,
      LIMITS.share,
    ),
  ];
}

function penaltySettings(path: string, name: string, penalty: { l1: number; l2: number } | undefined): Setting[] {
  return [
    numberSetting({ path: `${path}.l1`, label: `L1 ${name}`, description: 'λ₁ of λ₁ Σ|w|, added to the loss' }, penalty?.l1 ?? 0, LIMITS.penalty, 'log'),
    numberSetting({ path: `${path}.l2`, label: `L2 ${name}`, description: 'λ₂ of λ₂ Σw², added to the loss' }, penalty?.l2 ?? 0, LIMITS.penalty, 'log'),
  ];
}
