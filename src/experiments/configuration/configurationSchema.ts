/**
 * The shape of a configuration as it is written, built from the catalog and the data sets. It
 * checks every key, type and range by itself, and fills in defaults; what depends on more than one
 * setting is checked in checkConfiguration.ts. What is off is left out, so that a spec that does not
 * name a setting and one that turns it off are the same.
 */
import * as z from 'zod';
import { augmentationOptions, type Augmentation } from '../../datasets/augmentation/augmentation.ts';
import type { DatasetChoice } from '../../datasets/dataset.ts';
import { datasets } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import { SCALINGS } from '../../datasets/scaling.ts';
import { TAKES } from '../../datasets/split.ts';
import { activations, initializers, losses, optimizers } from '../../nn/catalog.ts';
import { alsoWritten, csvForm, givenFileForm } from './fileForms.ts';
import { LIMITS } from './limits.ts';
import { networkOptions } from './networkOptions.ts';
import { withFastPath } from '../../schema/fastPath.ts';
import { pretrainingSchema } from './pretrainingOptions.ts';
import { describeRange, rangeSchema } from '../../schema/range.ts';
import { choiceOf, entryChoice, entrySchema, namesOf, present, settings, valuesOf } from '../../schema/parts.ts';
import { trainingOptions } from './trainingOptions.ts';
import type { Configuration, InitializerSpec, PretrainingSpec } from './configuration.ts';

/** Hidden layers are elementwise: softmax, which is not, belongs to the output layer. */
export const hiddenActivations = activations.filter(({ name }) => name !== 'softmax');

const scalingName = z.enum(SCALINGS);
const float32 = rangeSchema(LIMITS.float32);
const heldError = { error: () => describeRange(LIMITS.held) };
/** Not `z.int`, which would end the comparison of the two forms, so that a number between them would be told of one alone. */
const held = z.union([rangeSchema(LIMITS.share), z.number(heldError).min(LIMITS.held.min, heldError).max(LIMITS.held.max, heldError).multipleOf(1, heldError)]);

const scaling = z.union([
  scalingName.transform((features) => ({ features, labels: 'none' as const })),
  settings({ features: scalingName.default('none'), labels: scalingName.default('none') }),
]);

const isFloat32 = (value: unknown): boolean => typeof value === 'number' && value >= LIMITS.float32.min && value <= LIMITS.float32.max;
const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.every(isFloat32);
const isMatrix = (value: unknown): boolean => Array.isArray(value) && value.every(isNumbers);
const numbers = withFastPath(z.array(float32), isNumbers);
const matrix = withFastPath(z.array(z.array(float32)), isMatrix);

const given = settings({
  name: z.literal('given'),
  parameters: z.array(
    settings({
      kernel: matrix,
      bias: numbers,
      gamma: numbers.optional(),
      beta: numbers.optional(),
      movingMean: numbers.optional(),
      movingVariance: numbers.optional(),
    }),
  ),
  made: settings({
    features: z.array(z.string()).describe('names of its inputs, in their order'),
    classes: z.array(z.string()).describe('names of its classes, by number; none in regression'),
    scaled: z.boolean().describe('whether its inputs were scaled'),
    activations: z.array(z.string()).optional().describe('those of its layers, the output last'),
  })
    .optional()
    .describe('what a saved model was made for; data with the same inputs in another order are refused'),
});

const inline = settings({
  name: z.literal('inline'),
  task: z.enum(['regression', 'classification']),
  x: withFastPath(
    z.array(z.array(float32)).min(1, 'at least one example').max(LIMITS.inlineExamples.max, `at most ${LIMITS.inlineExamples.max} examples`),
    (value) => isMatrix(value) && inRange((value as unknown[]).length),
  ),
  y: withFastPath(z.union([z.array(float32), z.array(z.array(float32))]), (value) => isNumbers(value) || isMatrix(value)),
  /** What data from a file are called in it. */
  about: settings({
    file: z.string(),
    features: z.array(z.string()),
    label: z.string(),
    classes: z.array(z.string()),
    remarks: z.array(z.string()),
  }).optional(),
});

function inRange(examples: number): boolean {
  return examples >= LIMITS.inlineExamples.min && examples <= LIMITS.inlineExamples.max;
}

const named = datasets.map(({ name, options }) => settings({ name: z.literal(name), ...valuesOf(options) }));

export const configurationShape = {
  dataset: alsoWritten(
    choiceOf<DatasetChoice>(namesOf(datasets), [...named, inline], ['csv']).describe(
      'data set by name, with its options, or inline with the numbers themselves',
    ),
    csvForm,
  ),
  split: settings({
    validation: held.optional(),
    test: held.optional(),
    take: z
      .enum(TAKES)
      .optional()
      .describe('which examples are held out: random ones, the default, or the last ones, those for testing behind those for validation'),
    stratified: z.boolean().optional(),
    unlabelled: rangeSchema(LIMITS.unlabelled)
      .optional()
      .describe('how many of the others have no labels: training and evaluation leave them out, autoencoders see them; by default none'),
  })
    .optional()
    .describe(
      'what is held out, as a share of all examples or as a number of them; the rest is the training split; by default a fifth validates (nothing of data that stand in the spec)',
    ),
  augmentation: settings(valuesOf(augmentationOptions))
    .optional()
    .transform((values) => (values && values['copies'] !== 0 ? (values as unknown as Augmentation) : undefined))
    .describe('moved copies of the pictures in the training split, and only of those; none by default'),
  scaling: scaling.optional().describe('of features and labels, fitted on the training split'),
  network: settings({
    hidden: z
      .array(rangeSchema(LIMITS.units))
      .max(LIMITS.hiddenLayers.max, `at most ${LIMITS.hiddenLayers.max} hidden layers`)
      .describe('units of each hidden layer, from the first to the last'),
    activation: entryChoice(hiddenActivations).prefault({ name: 'relu' }).describe('of the hidden layers'),
    outputActivation: entryChoice(activations).optional().describe('by default the one that goes with the loss'),
    initializer: alsoWritten(choiceOf<InitializerSpec>(namesOf(initializers), [...initializers.map(entrySchema), given]), givenFileForm).prefault({
      name: 'glorotUniform',
    }),
    ...networkOptions,
  }),
  training: settings({
    loss: entryChoice(losses),
    optimizer: entryChoice(optimizers),
    batchSize: rangeSchema(LIMITS.batchSize).describe('examples per update'),
    shuffle: z.boolean().default(true).describe('whether the batch order is drawn anew each epoch'),
    epochs: rangeSchema(LIMITS.epochs).optional().describe('budget: passes over the training split; exactly one of epochs, updates, examples'),
    updates: rangeSchema(LIMITS.updates).optional().describe('budget: updates in all'),
    examples: rangeSchema(LIMITS.examples).optional().describe('budget: examples seen in all, each counted every time'),
    ...trainingOptions,
  }),
  pretraining: pretrainingSchema,
};

const configurationSchema = settings(configurationShape);
export type WrittenConfiguration = z.output<typeof configurationSchema>;

export function parseWritten(raw: unknown): z.ZodSafeParseResult<WrittenConfiguration> {
  return configurationSchema.safeParse(raw);
}

/** A fifth of fewer examples is none. */
const FEWEST_TO_PART = 5;

/** The defaults that depend on other settings: the shares held out, the output activation (`output`), the batch size of pre-training. */
export function withDependentDefaults(written: WrittenConfiguration, output: string): Configuration {
  // Numbers that stand in the spec are all trained on; those of a file are as many as of any data set.
  const shares =
    isInline(written.dataset) && (!written.dataset.about || written.dataset.x.length < FEWEST_TO_PART)
      ? { validation: 0, test: 0 }
      : { validation: 0.2, test: 0 };
  const { hidden, activation, outputActivation, initializer, ...options } = written.network;
  return present({
    dataset: written.dataset,
    split: present({
      validation: written.split?.validation ?? shares.validation,
      test: written.split?.test ?? shares.test,
      take: written.split?.take === 'last' ? ('last' as const) : undefined,
      stratified: written.split?.stratified === true ? true : undefined,
      unlabelled: written.split?.unlabelled === 0 ? undefined : written.split?.unlabelled,
    }),
    augmentation: written.augmentation,
    scaling: written.scaling ?? { features: 'none', labels: 'none' },
    network: { hidden, activation, outputActivation: outputActivation ?? { name: output }, initializer, ...present(options) },
    training: present(written.training),
    pretraining: written.pretraining && pretrainingOf(written.pretraining, written),
  });
}

/** All layers are the default, and left out. */
function pretrainingOf({ layers, ...rest }: NonNullable<WrittenConfiguration['pretraining']>, { network, training }: WrittenConfiguration): PretrainingSpec {
  const some = layers === network.hidden.length ? undefined : layers;
  return present({ ...rest, batchSize: rest.batchSize ?? training.batchSize, layers: some });
}
