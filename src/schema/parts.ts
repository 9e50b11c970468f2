/** What the schemas of a spec are put together from. */
import * as z from 'zod';
import type { Choice, Entry } from '../nn/entry.ts';
import { rangeSchema, type Range } from './range.ts';

export const text = z.string().min(1, 'text, not empty');
/** Labels may be written as numbers: `ascending: [50, 100]`. */
export const label = z.union([text, z.number().transform(String), z.boolean().transform(String)]);
export const labels = z.array(label).min(2, 'at least two labels');
export const bound = z.number({ error: () => 'a finite number' });

/** An object that names what it allows when it meets an unknown key. */
export function settings<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : 'a mapping of settings'),
  });
}

/** `name`, for what needs nothing else, or `{ name, … }`. `others`: names of forms that are gone before this is checked, for messages. */
export function choiceOf<T>(names: readonly string[], objects: readonly z.ZodObject[], others: readonly string[] = []): z.ZodType<T> {
  const known = objects.map(({ shape }) => [...(shape['name'] as z.ZodLiteral<string>).values][0]);
  const full = z.discriminatedUnion('name', objects as unknown as [z.core.$ZodTypeDiscriminable], {
    error: ({ code }) => ((code as string) === 'invalid_type' ? undefined : `one of ${[...known, ...others].join(', ')}`),
  });
  return z.union([z.enum(names as string[]).transform((name) => full.parse({ name })), full]) as unknown as z.ZodType<T>;
}

/** As `choiceOf`, or `off`, which leaves the setting out. */
export function optionalChoiceOf<T>(off: string, names: readonly string[], objects: readonly z.ZodObject[]): z.ZodType<T | undefined> {
  const full = z.discriminatedUnion('name', objects as unknown as [z.core.$ZodTypeDiscriminable]);
  const short = z.enum([off, ...names]).transform((name) => (name === off ? undefined : full.parse({ name })));
  return z.union([short, full]).optional() as unknown as z.ZodType<T | undefined>;
}

/** An entry of the catalog by name alone, or with hyperparameters; the others take their defaults. */
export function entryChoice(entries: readonly Entry[]): z.ZodType<Choice> {
  return choiceOf<Choice>(namesOf(entries), entries.map(entrySchema));
}

export function entrySchema({ name, hyperparameters }: Pick<Entry, 'name' | 'hyperparameters'>): z.ZodObject {
  return settings({ name: z.literal(name), ...valuesOf(hyperparameters) });
}

type Valued = { description: string } & (({ kind: 'number'; default: number } & Range) | { kind: 'boolean'; default: boolean });

export function valuesOf(options: Record<string, Valued>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [
      key,
      (option.kind === 'number' ? rangeSchema(option).default(option.default) : z.boolean().default(option.default)).describe(option.description),
    ]),
  );
}

export function namesOf(entries: readonly { name: string }[]): string[] {
  return entries.map(({ name }) => name);
}

/** A number of which 0 is off, and left out. */
export function strength(range: Range): z.ZodType<number | undefined> {
  return rangeSchema(range)
    .optional()
    .transform((value) => (value === 0 ? undefined : value));
}

/** Settings that belong together; off, and left out, if all of their numbers are 0. */
export function group<Shape extends z.ZodRawShape>(shape: Shape): z.ZodType<z.output<z.ZodObject<Shape, z.core.$strict>> | undefined> {
  return settings(shape)
    .optional()
    .transform((values) => (values && Object.values(values).every((value) => typeof value !== 'number' || value === 0) ? undefined : values));
}

/** `true` for the defaults, `false` for off, which is left out, or the settings themselves. */
export function switchable<Shape extends z.ZodRawShape>(shape: Shape): z.ZodType<z.output<z.ZodObject<Shape, z.core.$strict>> | undefined> {
  const full = settings(shape);
  return z.union([z.boolean().transform((on) => (on ? full.parse({}) : undefined)), full]).optional();
}

/** Without the settings that are off. */
export function present<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
