/** The settings of each part of a configuration, derived from the catalog and the data sets. */
import { datasets, findDataset, shapeOf } from '../datasets/index.ts';
import { isInline } from '../datasets/inline.ts';
import { SCALINGS } from '../datasets/scaling.ts';
import { activations, initializers, losses, optimizers } from '../nn/catalog.ts';
import { findEntry, type Choice, type Entry } from '../nn/entry.ts';
import { budgetKind } from './budget.ts';
import { isGiven } from './checkConfiguration.ts';
import { hiddenActivations, LIMITS } from './configurationSchema.ts';
import { OUTPUT_RULES, outputRule } from './output.ts';
import type { Setting } from './settings.ts';
import type { Configuration } from './types.ts';

export function dataSettings({ dataset, split, scaling }: Configuration): Setting[] {
  const list: Setting[] = [];
  if (!isInline(dataset)) {
    list.push({
      kind: 'choice',
      path: 'dataset',
      label: 'data set',
      description: 'what the network learns from',
      value: dataset.name,
      options: datasets.map(optionOf),
    });
    for (const [key, option] of Object.entries(findDataset(dataset.name).options)) {
      list.push({
        kind: 'number',
        path: `dataset.${key}`,
        label: words(key),
        description: option.description,
        value: Number(dataset[key]),
        range: option,
        scale: option.scale ?? 'linear',
      });
    }
  }
  for (const name of ['validation', 'test'] as const) {
    list.push({
      kind: 'number',
      path: `split.${name}`,
      label: `${name} share`,
      description: `share of all examples in the ${name} split`,
      value: split[name],
      range: LIMITS.share,
      scale: 'linear',
    });
  }
  const scalings = SCALINGS.map((name) => ({ name, title: words(name) }));
  list.push({
    kind: 'choice',
    path: 'scaling.features',
    label: 'scaling',
    description: 'scaling of the features, fitted on the training split',
    value: scaling.features,
    options: scalings,
  });
  if (shapeOf(dataset).task === 'regression') {
    list.push({
      kind: 'choice',
      path: 'scaling.labels',
      label: 'scaling of labels',
      description: 'scaling of the labels, fitted on the training split',
      value: scaling.labels,
      options: scalings,
    });
  }
  return list;
}

export function networkSettings({ network, training }: Configuration): Setting[] {
  const { hidden, activation, outputActivation, initializer } = network;
  const outputs = activations.filter(({ name }) => outputRule(training.loss.name).activations.includes(name));
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
    ...choiceSettings('network.activation', 'activation', 'activation of the hidden layers', hiddenActivations, activation),
    ...choiceSettings('network.outputActivation', 'output activation', 'activation of the output layer', outputs, outputActivation),
    ...(isGiven(initializer)
      ? []
      : choiceSettings('network.initializer', 'initializer', 'how the weights are drawn before training', initializers, initializer)),
  ];
}

export function trainingSettings({ dataset, training }: Configuration): Setting[] {
  const kind = budgetKind(training);
  const { task } = shapeOf(dataset);
  const descriptions = { epochs: 'passes over the training split', updates: 'steps in all', examples: 'examples seen in all, each counted every time' };
  return [
    ...choiceSettings(
      'training.loss',
      'loss',
      'what training minimises',
      losses.filter(({ name }) => OUTPUT_RULES[name]?.task === task),
      training.loss,
    ),
    ...choiceSettings('training.optimizer', 'optimizer', 'how a gradient becomes a step', optimizers, training.optimizer),
    {
      kind: 'number',
      path: 'training.batchSize',
      label: 'batch size',
      description: 'examples per step',
      value: training.batchSize,
      range: LIMITS.batchSize,
      scale: 'log',
    },
    { kind: 'number', path: `training.${kind}`, label: kind, description: descriptions[kind], value: training[kind]!, range: LIMITS[kind], scale: 'log' },
    { kind: 'boolean', path: 'training.shuffle', label: 'shuffle', description: 'whether the batch order is drawn anew each epoch', value: training.shuffle },
  ];
}

function choiceSettings(path: string, label: string, description: string, entries: readonly Entry[], choice: Choice): Setting[] {
  const hyperparameters = Object.entries(findEntry(label, entries, choice.name).hyperparameters);
  return [
    { kind: 'choice', path, label, description, value: choice.name, options: entries.map(optionOf) },
    ...hyperparameters.map(([key, hyperparameter]): Setting => {
      const common = { path: `${path}.${key}`, label: words(key), description: hyperparameter.description };
      return hyperparameter.kind === 'boolean'
        ? { ...common, kind: 'boolean', value: choice[key] === true }
        : { ...common, kind: 'number', value: Number(choice[key]), range: hyperparameter, scale: hyperparameter.scale ?? 'linear' };
    }),
  ];
}

function optionOf({ name, title, summary }: { name: string; title: string; summary: string }): { name: string; title: string; summary: string } {
  return { name, title, summary };
}

/** `learningRate` → `learning rate`. */
function words(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
