import * as z from 'zod';

/**
 * `schema` for long lists of numbers, which a schema checks one by one in microseconds each: what `right` says is right
 * is taken as it is, and only the rest is looked at closely, to say what is wrong with it.
 */
export function quick<T>(schema: z.ZodType<T>, right: (value: unknown) => boolean): z.ZodType<T> {
  const shortcut = z.unknown().transform((value, context): T => {
    if (right(value)) return value as T;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
  spelledOut.set(shortcut, schema);
  return shortcut;
}

/** The schema that a shortcut stands for, by which it is described to editors. */
export function spellOut(shortcut: object): z.ZodType | undefined {
  return spelledOut.get(shortcut);
}

const spelledOut = new WeakMap<object, z.ZodType>();
