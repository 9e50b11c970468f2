/**
 * The architecture as JSON: `{ "format": "fully-connected/network", "version": 1, "network": { … } }`, with a
 * NetworkPlan of the engines (engines/engine.ts), checked against the catalog when it is read; where it is known, `"data"` says what the
 * inputs and outputs are (modelData.ts).
 */
import * as z from 'zod';
import type { NetworkPlan } from '../engines/engine.ts';
import { activations, constraints, losses } from '../nn/catalog.ts';
import type { Choice, Entry } from '../nn/entry.ts';
import { asObject, parseJson, shown } from './json.ts';
import type { ModelData } from './modelData.ts';
import { ModelError } from './modelError.ts';

const FORMAT = 'fully-connected/network';
const VERSION = 1;

export function writeArchitecture(network: NetworkPlan, data?: ModelData): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, network, ...(data && { data }) }, null, 2)}\n`;
}

/** Throws a ModelError that names the setting, what it is, and what is allowed. */
export function readArchitecture(text: string, file: string): NetworkPlan {
  const { format, version, network } = asObject(parseJson(text, file), file);
  if (format !== FORMAT) throw new ModelError(`${file}, format`, shown(format), `"${FORMAT}"`);
  if (version !== VERSION) throw new ModelError(`${file}, version`, shown(version), String(VERSION));
  return checkNetwork(network, `${file}, network`);
}

/** `where` names the value in messages. */
export function checkNetwork(value: unknown, where: string): NetworkPlan {
  const parsed = networkSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const path = issue.path.map(String);
  const found = path.reduce<unknown>((inner, key) => (inner === null || inner === undefined ? undefined : (inner as Record<string, unknown>)[key]), value);
  throw new ModelError(
    [where, ...path].join('.'),
    issue.code === 'unrecognized_keys' ? `the unknown ${issue.keys.map(shown).join(', ')}` : shown(found),
    issue.message,
  );
}

const count = z
  .int({ error: () => 'a whole number from 1 to 65536' })
  .min(1, 'a whole number from 1 to 65536')
  .max(65536, 'a whole number from 1 to 65536');
const atLeastZero = z.number({ error: () => 'a number from 0' }).min(0, 'a number from 0');
const share = z
  .number({ error: () => 'a number from 0 to below 1' })
  .min(0, 'a number from 0 to below 1')
  .lt(1, 'a number from 0 to below 1');
const positive = z.number({ error: () => 'a number above 0' }).gt(0, 'a number above 0');
const penalty = settings({ l1: atLeastZero, l2: atLeastZero });

const layer = settings({
  units: count,
  activation: choice('activation', activations),
  normalization: settings({ kind: oneOf(['batch', 'layer']), position: oneOf(['before', 'after']), momentum: share, epsilon: positive }).optional(),
  kernelPenalty: penalty.optional(),
  biasPenalty: penalty.optional(),
  activityPenalty: penalty.optional(),
  constraint: choice('constraint', constraints).optional(),
  noise: atLeastZero.optional(),
  dropout: share.optional(),
  sumDropout: share.optional(),
});

const networkSchema: z.ZodType<NetworkPlan> = settings({
  inputs: count,
  inputNoise: atLeastZero.optional(),
  inputDropout: share.optional(),
  layers: z
    .array(layer, { error: () => 'a list of layers' })
    .min(1, 'at least one layer, the output layer')
    .superRefine((layers, context) => {
      layers.slice(0, -1).forEach(({ activation, sumDropout }, index) => {
        if (sumDropout !== undefined) context.addIssue({ code: 'custom', path: [index, 'sumDropout'], message: 'dropout of sums in the output layer only' });
        if (activation.name === 'softmax') context.addIssue({ code: 'custom', path: [index, 'activation'], message: 'softmax in the output layer only' });
      });
      const output = layers.at(-1);
      for (const key of ['normalization', 'activityPenalty', 'noise', 'dropout'] as const) {
        if (output?.[key] !== undefined)
          context.addIssue({ code: 'custom', path: [layers.length - 1, key], message: 'nothing of the kind in the output layer' });
      }
    }),
  loss: choice('loss', losses),
});

function settings<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : `an object with ${Object.keys(shape).join(', ')}`),
  });
}

function oneOf<const Names extends readonly string[]>(names: Names): z.ZodType<Names[number]> {
  return z.enum(names as unknown as [string, ...string[]], { error: () => `one of ${names.join(', ')}` });
}

/** An entry of the catalog with its hyperparameters; those left out take their defaults. */
function choice(kind: string, entries: readonly Entry[]): z.ZodType<Choice> {
  const names = entries.map(({ name }) => name);
  const schemas = entries.map(({ name, hyperparameters }) => {
    const fields = Object.entries(hyperparameters).map(([key, parameter]): [string, z.ZodType] => {
      if (parameter.kind === 'boolean') return [key, z.boolean({ error: () => 'true or false' }).default(parameter.default)];
      const { min, max, exclusiveMin, exclusiveMax, integer } = parameter;
      const allowed = `a ${integer ? 'whole ' : ''}number ${exclusiveMin ? 'above' : 'from'} ${min} to ${exclusiveMax ? 'below ' : ''}${max}`;
      const inRange = (number: number): boolean => (exclusiveMin ? number > min : number >= min) && (exclusiveMax ? number < max : number <= max);
      return [
        key,
        z
          .number({ error: () => allowed })
          .refine((number) => inRange(number) && (!integer || Number.isInteger(number)), allowed)
          .default(parameter.default),
      ];
    });
    return settings({ name: z.literal(name), ...Object.fromEntries(fields) });
  });
  const union = z.discriminatedUnion('name', schemas as unknown as [z.core.$ZodTypeDiscriminable], {
    error: () => `the ${kind} as { "name": … }, the name one of ${names.join(', ')}`,
  });
  return union as unknown as z.ZodType<Choice>;
}
