import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { SCHEMA_LINE, startingSpec } from '../../../src/cli/commands/newCommand.ts';
import { SCHEMA_FILE } from '../../../src/cli/commands/schemaCommand.ts';
import { experimentJsonSchema, formatJsonSchema } from '../../../src/experiments/spec/experimentJsonSchema.ts';
import { activations, losses, optimizers } from '../../../src/nn/catalog.ts';
import { circlesSpec, eckerleSpec } from '../examples.ts';

const folder = new URL('../../../content/experiments/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
// Read back as a schema: what an editor would make of it.
const schema = z.fromJSONSchema(experimentJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (value: unknown) => schema.safeParse(value).success;

test('the file that editors read is current; if not: npm run -s lab -- schema --write', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(formatJsonSchema());
});

test.each(files)('%s names the schema in its first line, and fits it', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  expect(text.split('\n')[0]).toBe(SCHEMA_LINE);
  expect(new URL(SCHEMA_LINE.split('=')[1]!, folder).pathname).toBe(SCHEMA_FILE);
  expect(accepts(parse(text))).toBe(true);
});

test('it allows what specs allow, in short and in long, and nothing else', () => {
  expect(accepts(circlesSpec)).toBe(true);
  expect(accepts(eckerleSpec)).toBe(true);
  expect(accepts(parse(startingSpec('an-example')))).toBe(true);
  const { training } = circlesSpec;
  for (const { name } of optimizers) expect(accepts({ ...circlesSpec, training: { ...training, optimizer: name } })).toBe(true);
  for (const { name } of losses) expect(accepts({ ...circlesSpec, training: { ...training, loss: { name } } })).toBe(true);
  for (const bad of [
    { ...circlesSpec, speed: 1 },
    { ...circlesSpec, network: undefined },
    { ...circlesSpec, training: { ...training, optimizer: 'adma' } },
    { ...circlesSpec, training: { ...training, optimizer: { name: 'adam', learningRate: -1 } } },
    { ...circlesSpec, training: { ...training, batchSize: 1.5 } },
    { ...circlesSpec, verdict: { metric: 'loss', split: 'nowhere', below: 1 } },
  ])
    expect(accepts(bad)).toBe(false);
});

test('it tells an editor what a setting means and what it is without being set', () => {
  const text = formatJsonSchema();
  for (const { hyperparameters } of [...optimizers, ...activations]) {
    for (const { description } of Object.values(hyperparameters)) expect(text).toContain(JSON.stringify(description));
  }
  expect(experimentJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: ['dataset', 'network', 'training'],
    properties: { seeds: { default: 1, minimum: 1, maximum: 1000 } },
  });
});
