/** What has to change in an experiment so that it can train on other data than it was made for. */
import { shapeOf } from '../../datasets/index.ts';
import type { DataShape, DatasetChoice } from '../../datasets/dataset.ts';
import type { Change } from './change.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { outputRule } from '../configuration/output.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Json } from '../../schema/json.ts';

/** A change, and a sentence that tells the reader of it. */
export interface Adaptation extends Change {
  why: string;
}

/** The loss takes the place that is usual for the task; sizes come down to what the data has; all else stays as it is. */
export function fitToData(configuration: Configuration, dataset: DatasetChoice): Adaptation[] {
  const { split, scaling, training, pretraining } = configuration;
  const { task, classes, image } = shapeOf(dataset);
  const list: Adaptation[] = [];
  const change = (path: string, value: Json, why: string) => void list.push({ path, value, why });
  const loss = training.loss.name;
  if (!outputRule(loss, task)) {
    const usual = task === 'regression' ? 'meanSquaredError' : 'categoricalCrossentropy';
    change('training.loss', usual, `The loss is now ${usual}: ${loss} is not for ${task}.`);
  } else if (loss === 'binaryCrossentropy' && classes !== 2) {
    change(
      'training.loss',
      'categoricalCrossentropy',
      `The loss is now categoricalCrossentropy: binaryCrossentropy is for two classes, and there are ${classes}.`,
    );
  }
  if (task === 'classification' && scaling.labels !== 'none') change('scaling.labels', 'none', 'The labels are no longer scaled: they are classes.');
  if (task === 'regression' && split.stratified) change('split.stratified', false, 'The split is no longer stratified: there are no classes.');
  if (configuration.augmentation && !image) change('augmentation.copies', 0, 'There are no moved copies any more: the examples are no pictures.');
  const held = { ...split };
  if (split.unlabelled && splitSizes({ dataset, split: held }).train < 1) {
    delete held.unlabelled;
    change('split.unlabelled', 0, `All examples have labels now: there are not ${split.unlabelled} to spare.`);
  }
  if (splitSizes({ dataset, split: held }).train < 1) {
    for (const name of ['validation', 'test'] as const) {
      if (split[name] < 1) continue;
      held[name] = 0.2;
      change(`split.${name}`, 0.2, `A fifth of the examples is now for ${name}: there are not ${split[name]} to spare.`);
    }
  }
  const train = Math.max(1, splitSizes({ dataset, split: held }).train);
  const smaller = (path: string, size: number) => {
    if (size > train)
      change(
        path,
        train,
        `The ${path === 'training.batchSize' ? 'batch size' : 'batch size of pre-training'} is now ${train}: there are no more examples to train on.`,
      );
  };
  smaller('training.batchSize', training.batchSize);
  const source = pretraining?.dataset;
  if (source && !isTaughtBy(shapeOf(source), shapeOf(dataset), loss)) {
    change('pretraining', false, `Nothing is pre-trained any more: what ${source.name} teaches does not fit ${dataset.name}.`);
  } else if (pretraining && !source) smaller('pretraining.batchSize', pretraining.batchSize);
  const { earlyStopping } = training;
  if (earlyStopping && !metricNamesOf(task, earlyStopping.split).includes(earlyStopping.metric))
    change('training.earlyStopping.metric', 'loss', `Early stopping now watches the loss: ${earlyStopping.metric} is not a metric of ${task}.`);
  return list;
}

/** Whether layers that learned one task can be taken over to the other, and both have a loss in common. */
function isTaughtBy(source: DataShape, own: DataShape, loss: string): boolean {
  return source.features === own.features && source.task === own.task && (loss !== 'binaryCrossentropy' || source.classes === own.classes);
}
