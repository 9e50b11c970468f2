/** Pre-training as it is written in a spec: layer by layer as autoencoders, or on another task. */
import type * as z from 'zod';
import { datasets } from '../../datasets/index.ts';
import type { DatasetChoice } from '../../datasets/dataset.ts';
import { optimizers } from '../../nn/catalog.ts';
import { LIMITS } from './limits.ts';
import { rangeSchema } from '../../schema/range.ts';
import { choiceOf, entryChoice, entrySchema, group, namesOf, present, strength, switchable } from '../../schema/parts.ts';
import type { PretrainingSpec } from './configuration.ts';

type Written = Omit<PretrainingSpec, 'batchSize'> & Partial<PretrainingSpec>;

/** Data that are computed: files would have to be fetched ahead of a run. */
const sources = datasets.filter(({ load }) => load === undefined);
const source = choiceOf<DatasetChoice>(
  namesOf(sources),
  sources.map(({ name, options }) => entrySchema({ name, hyperparameters: options as Parameters<typeof entrySchema>[0]['hyperparameters'] })),
);
const penalty = rangeSchema(LIMITS.penalty).default(0);

export const pretrainingSchema = switchable({
  epochs: rangeSchema(LIMITS.epochs).default(10).describe('passes over the examples for each layer, or over those of the other task'),
  optimizer: entryChoice(optimizers).prefault({ name: 'adam' }),
  batchSize: rangeSchema(LIMITS.batchSize).optional(),
  layers: rangeSchema(LIMITS.pretrainedLayers).optional().describe('how many hidden layers, from the first; by default all'),
  frozen: rangeSchema(LIMITS.frozenLayers).optional().describe('how many of them stay as they are from then on; by default none'),
  dataset: source.optional().describe('another task, which the layers learn together, with its labels; by default each layer in turn is an autoencoder'),
  inputDropout: strength(LIMITS.share).describe('of autoencoders: share of what a layer is given that is dropped'),
  activityRegularizer: group({ l1: penalty, l2: penalty }).describe('of autoencoders: on the outputs of the layer'),
  decoderRegularizer: group({ l1: penalty, l2: penalty }).describe(
    'of autoencoders: on the weights that lead back, so that small outputs cannot be made up for',
  ),
}).transform((written) => written && present({ ...written, frozen: written.frozen === 0 ? undefined : written.frozen })) as unknown as z.ZodType<
  Written | undefined
>;
