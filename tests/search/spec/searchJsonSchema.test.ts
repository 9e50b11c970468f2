import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { SEARCH_SCHEMA_FILE } from '../../../src/cli/commands/schemaCommand.ts';
import { formatSearchJsonSchema, searchJsonSchema } from '../../../src/search/spec/searchJsonSchema.ts';

const folder = new URL('../../../content/searches/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const schema = z.fromJSONSchema(searchJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);

test('the file that editors read is current; if not: npm run -s lab -- schema --write', () => {
  expect(readFileSync(SEARCH_SCHEMA_FILE, 'utf8')).toBe(formatSearchJsonSchema());
});

test.each(files)('%s names the schema in its first line, and fits it', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const [, address] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
  expect(new URL(address ?? 'none', folder).pathname).toBe(SEARCH_SCHEMA_FILE);
  expect(schema.safeParse(parse(text)).success).toBe(true);
});

test('it refuses what no search may say', () => {
  const good = parse(readFileSync(new URL(files[0]!, folder), 'utf8')) as { search: object };
  expect(schema.safeParse(good).success).toBe(true);
  for (const bad of [{ folds: 1 }, { strategy: 'luck' }, { budget: { trials: 0 } }, { speed: 1 }])
    expect(schema.safeParse({ ...good, search: { ...good.search, ...bad } }).success).toBe(false);
});
