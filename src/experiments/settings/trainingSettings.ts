/** The settings of training and pre-training, derived from the catalog. */
import { shapeOf } from '../../datasets/index.ts';
import { SPLITS } from '../../engines/engine.ts';
import { momentumWarmUp, optimizers, schedules, warmUp } from '../../nn/catalog.ts';
import { budgetKind } from '../configuration/budget.ts';
import { LIMITS } from '../configuration/limits.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { lossesFor } from '../configuration/output.ts';
import { choiceSettings, numberSetting, switchSettings, valueSettings, wordSetting } from './settingForms.ts';
import type { Setting } from './setting.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import { CLIPPINGS } from '../configuration/trainingOptions.ts';

const BUDGET_TEXTS = { epochs: 'passes over the training split', updates: 'steps in all', examples: 'examples seen in all, each counted every time' };

export function trainingSettings(configuration: Configuration): Setting[] {
  const { dataset, training, network } = configuration;
  const kind = budgetKind(training);
  const losses = lossesFor(shapeOf(dataset).task);
  return [
    ...choiceSettings({ path: 'training.loss', label: 'loss', description: 'what training minimises' }, losses, training.loss),
    ...choiceSettings({ path: 'training.optimizer', label: 'optimizer', description: 'how a gradient becomes a step' }, optimizers, training.optimizer),
    numberSetting({ path: 'training.batchSize', label: 'batch size', description: 'examples per step' }, training.batchSize, LIMITS.batchSize, 'log'),
    numberSetting({ path: `training.${kind}`, label: kind, description: BUDGET_TEXTS[kind] }, training[kind]!, LIMITS[kind], 'log'),
    { kind: 'boolean', path: 'training.shuffle', label: 'shuffle', description: 'whether the batch order is drawn anew each epoch', value: training.shuffle },
    ...rateSettings(training),
    ...momentumSettings(training),
    ...gradientSettings(training),
    ...stoppingSettings(configuration),
    ...(network.hidden.length > 0 ? pretrainingSettings(configuration) : []),
  ];
}

function rateSettings({ schedule = { name: 'constant' }, warmUp: rise }: Configuration['training']): Setting[] {
  return [
    ...choiceSettings({ path: 'training.schedule', label: 'schedule', description: 'how the learning rate changes during training' }, schedules, schedule),
    ...switchSettings(
      { path: 'training.warmUp', label: 'warm-up', description: 'whether the learning rate rises to its first value along a line' },
      rise !== undefined,
      valueSettings('training.warmUp', warmUp.hyperparameters, rise ?? {}),
    ),
  ];
}

/** Where there is a momentum that could rise. */
function momentumSettings({ optimizer, momentumWarmUp: rise }: Configuration['training']): Setting[] {
  if (optimizer.name !== 'sgd' || !(Number(optimizer['momentum']) > 0)) return [];
  return switchSettings(
    { path: 'training.momentumWarmUp', label: 'rising momentum', description: 'whether the momentum rises to its value along a line' },
    rise !== undefined,
    valueSettings('training.momentumWarmUp', momentumWarmUp.hyperparameters, rise ?? {}),
  );
}

function gradientSettings({ clip, averaging }: Configuration['training']): Setting[] {
  return [
    wordSetting({ path: 'training.clip', label: 'clipping', description: 'what is cut off where gradients are too large' }, clip?.by ?? 'none', [
      'none',
      ...CLIPPINGS,
    ]),
    ...(clip
      ? [numberSetting({ path: 'training.clip.limit', label: 'limit', description: 'where gradients are cut off' }, clip.limit, LIMITS.clip, 'log')]
      : []),
    numberSetting(
      {
        path: 'training.averaging.momentum',
        label: 'averaging',
        description: 'share of the moving average of the parameters that is kept at each step; 0 for none',
      },
      averaging?.momentum ?? 0,
      LIMITS.share,
    ),
  ];
}

function stoppingSettings({ dataset, split, training }: Configuration): Setting[] {
  const { earlyStopping } = training;
  const path = 'training.earlyStopping';
  const texts = { path, label: 'early stopping', description: 'whether training ends once it no longer helps' };
  if (!earlyStopping) return switchSettings(texts, false, []);
  const sizes = splitSizes({ dataset, split });
  const names = metricNamesOf(shapeOf(dataset).task, earlyStopping.split).filter((name) => name !== 'learningRate');
  return switchSettings(texts, true, [
    wordSetting({ path: `${path}.metric`, label: 'metric', description: 'what has to become better' }, earlyStopping.metric, names),
    wordSetting(
      { path: `${path}.split`, label: 'split', description: 'where it has to become better' },
      earlyStopping.split,
      SPLITS.filter((name) => sizes[name] > 0),
    ),
    numberSetting({ path: `${path}.patience`, label: 'patience', description: 'epochs that it may take' }, earlyStopping.patience, LIMITS.patience, 'log'),
    numberSetting(
      { path: `${path}.minDelta`, label: 'least difference', description: 'least difference that counts as better' },
      earlyStopping.minDelta,
      LIMITS.minDelta,
      'log',
    ),
    {
      kind: 'boolean',
      path: `${path}.restoreBest`,
      label: 'restore best',
      description: 'whether the best epoch’s parameters are restored',
      value: earlyStopping.restoreBest,
    },
  ]);
}

function pretrainingSettings({ pretraining, network }: Configuration): Setting[] {
  const texts = { path: 'pretraining', label: 'pre-training', description: 'whether each hidden layer first learns to encode what it is given' };
  const layers = network.hidden.length;
  if (!pretraining) return switchSettings(texts, false, []);
  return switchSettings(texts, true, [
    numberSetting(
      { path: 'pretraining.epochs', label: 'epochs before', description: 'passes over the examples for each layer, or over those of the other task' },
      pretraining.epochs,
      LIMITS.epochs,
      'log',
    ),
    ...choiceSettings({ path: 'pretraining.optimizer', label: 'optimizer', description: 'how a gradient becomes a step' }, optimizers, pretraining.optimizer),
    numberSetting({ path: 'pretraining.batchSize', label: 'batch size', description: 'examples per step' }, pretraining.batchSize, LIMITS.batchSize, 'log'),
    numberSetting(
      { path: 'pretraining.layers', label: 'layers', description: 'how many hidden layers, from the first, are pre-trained' },
      pretraining.layers ?? layers,
      { ...LIMITS.pretrainedLayers, max: layers },
    ),
    numberSetting({ path: 'pretraining.frozen', label: 'frozen', description: 'how many of them stay as they are from then on' }, pretraining.frozen ?? 0, {
      ...LIMITS.frozenLayers,
      max: pretraining.layers ?? layers,
    }),
  ]);
}
