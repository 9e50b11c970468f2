/** The schema of a search file as JSON Schema (draft 2020-12), for editors. */
import { describedSchema, formatJsonSchema } from '../../experiments/spec/experimentJsonSchema.ts';
import { searchSchema } from './searchSchema.ts';

/** What it cannot say, that a grid must fit its budget for example, `lab lint` does. */
export function searchJsonSchema(): object {
  return describedSchema(searchSchema, {
    title: 'Search',
    description: 'A search for hyperparameters of Fully Connected: what is searched, how, at what cost, and what is claimed of it, as plain data.',
  });
}

/** The text of the file that editors read. */
export function formatSearchJsonSchema(): string {
  return formatJsonSchema(searchJsonSchema());
}
