/** `lab schema`: the JSON Schema of an experiment file; `--write` puts it, and the one of a search file, where editors look for them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatJsonSchema } from '../../experiments/spec/experimentJsonSchema.ts';
import { formatSearchJsonSchema } from '../../search/spec/searchJsonSchema.ts';

/** What the first line of each spec names. In the repository, so that editors have it in a fresh clone; a test compares it. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../../content/experiment.schema.json', import.meta.url));

/** The same for searches. */
export const SEARCH_SCHEMA_FILE = fileURLToPath(new URL('../../../content/search.schema.json', import.meta.url));

export function schemaCommand(write: boolean): number {
  if (write) {
    writeFileSync(SCHEMA_FILE, formatJsonSchema());
    writeFileSync(SEARCH_SCHEMA_FILE, formatSearchJsonSchema());
  } else process.stdout.write(formatJsonSchema());
  return 0;
}
