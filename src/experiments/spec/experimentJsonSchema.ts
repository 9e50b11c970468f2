/** The schema of an experiment file as JSON Schema (draft 2020-12), for editors: what is allowed where, with descriptions and defaults. */
import * as z from 'zod';
import { wholeSchemaOf } from '../../schema/fastPath.ts';
import { formOf } from '../configuration/fileForms.ts';
import { experimentSchema } from './experimentSchema.ts';

/** What it cannot say, that budgets exclude each other for example, `lab lint` does. */
export function experimentJsonSchema(): object {
  return describedSchema(experimentSchema, {
    title: 'Experiment',
    description: 'An experiment of Fully Connected: a claim, as plain data, that trains in Node and in the browser.',
  });
}

/** Any of our schemas, for editors. */
export function describedSchema(zod: z.ZodType, about: { title: string; description: string }): object {
  // `input`: what may be written, where defaults may be left out and a name stands for a choice with its defaults.
  const schema = z.toJSONSchema(zod, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const form = formOf(zodSchema);
      if (form) jsonSchema.anyOf = [...(jsonSchema.anyOf ?? []), bare(z.toJSONSchema(form, { io: 'input' }))];
      const whole = wholeSchemaOf(zodSchema);
      if (!whole) return;
      Object.assign(jsonSchema, bare(z.toJSONSchema(whole, { io: 'input' })));
    },
  });
  return { ...schema, ...about };
}

/** Without the dialect, which is said once, at the top. */
function bare(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  delete schema.$schema;
  return schema;
}

/** The text of the file that editors read. */
export function formatJsonSchema(schema = experimentJsonSchema()): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
