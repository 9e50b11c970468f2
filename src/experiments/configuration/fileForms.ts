/** How a spec names a file in place of data or parameters. Only editors and fileReferences.ts know these forms: a spec that is read has none. */
import * as z from 'zod';
import { settings } from '../../schema/parts.ts';

const column = z.string().min(1, 'the name of a column');

export const csvForm = settings({
  name: z.literal('csv'),
  file: z.string().min(1, 'the path of a CSV file, relative to the spec').describe('relative to the spec'),
  label: column.describe('the column to predict'),
  task: z
    .enum(['regression', 'classification'])
    .optional()
    .describe('by default what the loss is for; where it is for both, classification for a categorical label and regression for a numeric one'),
  features: z.array(column).optional().describe('the columns to predict from; by default all but the label'),
  without: z.array(column).optional().describe('columns that are left out'),
  kinds: z
    .record(z.string(), z.enum(['numeric', 'categorical']))
    .optional()
    .describe('kinds of columns by name; the others are guessed'),
  header: z.boolean().optional().describe('whether the first row names the columns; by default it does, and a row that looks like data is refused'),
});

export const givenFileForm = settings({
  name: z.literal('given'),
  file: z.string().min(1, 'the path of a model file, relative to the spec').describe('parameters as .safetensors or .json, relative to the spec'),
});

const forms = new WeakMap<z.ZodType, z.ZodType>();

/** `schema`, for which an editor also allows `form`. Descriptions come before, since they make a new schema. */
export function alsoWritten<T extends z.ZodType>(schema: T, form: z.ZodType): T {
  forms.set(schema, form);
  return schema;
}

export function formOf(schema: unknown): z.ZodType | undefined {
  return forms.get(schema as z.ZodType);
}
