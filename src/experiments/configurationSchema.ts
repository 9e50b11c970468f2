/**
 * The shape of a configuration as it is written, built from the catalog and the data sets. It
 * checks every key, type and range by itself, and fills in defaults; what depends on more than one
 * setting is checked in checkConfiguration.ts.
 */
import * as z from 'zod';
import type { DatasetChoice } from '../datasets/dataset.ts';
import { datasets } from '../datasets/index.ts';
import { SCALINGS } from '../datasets/scaling.ts';
import { activations, initializers, losses, optimizers } from '../nn/catalog.ts';
import type { Choice, Entry } from '../nn/entry.ts';
import { rangeSchema, type Range } from './range.ts';
import type { Configuration, InitializerSpec } from './types.ts';

export const LIMITS = {
  share: { min: 0, max: 1, exclusiveMax: true },
  hiddenLayers: { min: 0, max: 32, integer: true },
  units: { min: 1, max: 4096, integer: true },
  batchSize: { min: 1, max: 1_000_000, integer: true },
  epochs: { min: 1, max: 100_000, integer: true },
  updates: { min: 1, max: 100_000_000, integer: true },
  examples: { min: 1, max: 10_000_000_000, integer: true },
  /** What fits a 32-bit float, in which networks compute. */
  float32: { min: -3.4e38, max: 3.4e38 },
  inlineExamples: { min: 1, max: 100_000, integer: true },
  classes: { min: 0, max: 999, integer: true },
} satisfies Record<string, Range>;

/** An object that names what it allows when it meets an unknown key. */
export function settings<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : 'a mapping of settings'),
  });
}

/** Hidden layers are elementwise: softmax, which is not, belongs to the output layer. */
export const hiddenActivations = activations.filter(({ name }) => name !== 'softmax');

const scalingName = z.enum(SCALINGS);
const float32 = rangeSchema(LIMITS.float32);

const scaling = z.union([
  scalingName.transform((features) => ({ features, labels: 'none' as const })),
  settings({ features: scalingName.default('none'), labels: scalingName.default('none') }),
]);

const given = settings({
  name: z.literal('given'),
  parameters: z.array(settings({ kernel: z.array(z.array(float32)), bias: z.array(float32) })),
});

const inline = settings({
  name: z.literal('inline'),
  task: z.enum(['regression', 'classification']),
  x: z.array(z.array(float32)).min(1, 'at least one example').max(LIMITS.inlineExamples.max, `at most ${LIMITS.inlineExamples.max} examples`),
  y: z.union([z.array(float32), z.array(z.array(float32))]),
});

const named = datasets.map(({ name, options }) => settings({ name: z.literal(name), ...valuesOf(options) }));

const dataset = choiceOf<DatasetChoice>(
  datasets.map(({ name }) => name),
  [...named, inline],
);

export const configurationShape = {
  dataset,
  split: settings({ validation: rangeSchema(LIMITS.share).optional(), test: rangeSchema(LIMITS.share).optional() }).optional(),
  scaling: scaling.optional(),
  network: settings({
    hidden: z.array(rangeSchema(LIMITS.units)).max(LIMITS.hiddenLayers.max, `at most ${LIMITS.hiddenLayers.max} hidden layers`),
    activation: entryChoice(hiddenActivations).prefault({ name: 'relu' }),
    outputActivation: entryChoice(activations).optional(),
    initializer: choiceOf<InitializerSpec>(
      initializers.map(({ name }) => name),
      [...initializers.map(entrySchema), given],
    ).prefault({ name: 'glorotUniform' }),
  }),
  training: settings({
    loss: entryChoice(losses),
    optimizer: entryChoice(optimizers),
    batchSize: rangeSchema(LIMITS.batchSize),
    shuffle: z.boolean().default(true),
    epochs: rangeSchema(LIMITS.epochs).optional(),
    updates: rangeSchema(LIMITS.updates).optional(),
    examples: rangeSchema(LIMITS.examples).optional(),
  }),
};

const configurationSchema = settings(configurationShape);
export type WrittenConfiguration = z.output<typeof configurationSchema>;

export function parseWritten(raw: unknown): z.ZodSafeParseResult<WrittenConfiguration> {
  return configurationSchema.safeParse(raw);
}

/** The two defaults that depend on other settings: the shares held out, and the output activation (`output`). */
export function withDependentDefaults(written: WrittenConfiguration, output: string): Configuration {
  const shares = written.dataset.name === 'inline' ? { validation: 0, test: 0 } : { validation: 0.2, test: 0 };
  const { hidden, activation, outputActivation, initializer } = written.network;
  return {
    dataset: written.dataset,
    split: { validation: written.split?.validation ?? shares.validation, test: written.split?.test ?? shares.test },
    scaling: written.scaling ?? { features: 'none', labels: 'none' },
    network: { hidden, activation, outputActivation: outputActivation ?? { name: output }, initializer },
    training: written.training,
  };
}

/** An entry of the catalog by name alone, or with hyperparameters; the others take their defaults. */
function entryChoice(entries: readonly Entry[]): z.ZodType<Choice> {
  return choiceOf<Choice>(
    entries.map(({ name }) => name),
    entries.map(entrySchema),
  );
}

function entrySchema({ name, hyperparameters }: Entry): z.ZodObject {
  return settings({ name: z.literal(name), ...valuesOf(hyperparameters) });
}

type Valued = ({ kind: 'number'; default: number } & Range) | { kind: 'boolean'; default: boolean };

function valuesOf(options: Record<string, Valued>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [
      key,
      option.kind === 'number' ? rangeSchema(option).default(option.default) : z.boolean().default(option.default),
    ]),
  );
}

/** `name`, for what needs nothing else, or `{ name, … }`. */
function choiceOf<T>(names: string[], objects: z.ZodObject[]): z.ZodType<T> {
  const full = z.discriminatedUnion('name', objects as unknown as [z.core.$ZodTypeDiscriminable]);
  return z.union([z.enum(names).transform((name) => full.parse({ name })), full]) as unknown as z.ZodType<T>;
}
