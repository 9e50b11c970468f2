/** The settings of data, splits and scaling. */
import { augmentationOptions } from '../../datasets/augmentation/augmentation.ts';
import { datasets, findDataset, shapeOf } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import { SCALINGS } from '../../datasets/scaling.ts';
import { TAKES } from '../../datasets/split.ts';
import { LIMITS } from '../configuration/limits.ts';
import { numberSetting, optionOf, valueSettings, wordSetting } from './settingForms.ts';
import type { Setting } from './setting.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** A share, or a number of examples. */
const HELD = { min: LIMITS.share.min, max: LIMITS.held.max };

export function dataSettings({ dataset, split, augmentation, scaling, pretraining }: Configuration): Setting[] {
  const { task, image } = shapeOf(dataset);
  const own: Setting[] = isInline(dataset)
    ? []
    : [
        {
          kind: 'choice',
          path: 'dataset',
          label: 'data set',
          description: 'what the network learns from',
          value: dataset.name,
          options: datasets.map(optionOf),
        },
        ...valueSettings('dataset', findDataset(dataset.name).options, dataset),
      ];
  const shares = (['validation', 'test'] as const).map((name) =>
    numberSetting({ path: `split.${name}`, label: `${name} share`, description: `share of all examples in the ${name} split, or how many` }, split[name], HELD),
  );
  const unlabelled = numberSetting(
    { path: 'split.unlabelled', label: 'without labels', description: 'how many of the other examples only autoencoders see' },
    split.unlabelled ?? 0,
    LIMITS.unlabelled,
  );
  const take = wordSetting(
    { path: 'split.take', label: 'held out', description: 'which examples validate and test: random ones, or the last ones as they are stored' },
    split.take ?? 'random',
    TAKES,
  );
  const stratified: Setting = {
    kind: 'boolean',
    path: 'split.stratified',
    label: 'stratified',
    description: 'whether each class is in each split in proportion',
    value: split.stratified ?? false,
  };
  const scale = (name: 'features' | 'labels', label: string) =>
    wordSetting({ path: `scaling.${name}`, label, description: `scaling of the ${name}, fitted on the training split` }, scaling[name], SCALINGS);
  return [
    ...own,
    ...shares,
    ...(split.unlabelled !== undefined || pretraining ? [unlabelled] : []),
    take,
    ...(task === 'classification' ? [stratified] : []),
    ...(image ? augmentationSettings(augmentation) : []),
    scale('features', 'scaling'),
    ...(task === 'regression' ? [scale('labels', 'scaling of labels')] : []),
  ];
}

/** How far copies are moved can be changed where there are some. */
function augmentationSettings(augmentation: Configuration['augmentation']): Setting[] {
  const { copies, ...ranges } = augmentationOptions;
  const own = valueSettings('augmentation', { copies }, augmentation ?? { copies: 0 });
  return augmentation ? [...own, ...valueSettings('augmentation', ranges, augmentation)] : own;
}
