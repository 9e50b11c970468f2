import * as z from 'zod';

/**
 * `schema` with a fast path for long lists of numbers, which a schema checks one by one in microseconds each: a value
 * that `isRight` accepts is taken as it is, and only the rest is looked at closely, to say what is wrong with it.
 */
export function withFastPath<T>(schema: z.ZodType<T>, isRight: (value: unknown) => boolean): z.ZodType<T> {
  const fast = z.unknown().transform((value, context): T => {
    if (isRight(value)) return value as T;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
  wholeSchemas.set(fast, schema);
  return fast;
}

/** The whole schema of one with a fast path, by which it is described to editors. */
export function wholeSchemaOf(fast: object): z.ZodType | undefined {
  return wholeSchemas.get(fast);
}

const wholeSchemas = new WeakMap<object, z.ZodType>();
