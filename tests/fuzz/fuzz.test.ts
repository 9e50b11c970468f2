/** The short form of `npm run fuzz`: the same, fewer of each, and nothing about the clock. */
import { expect, test } from 'vitest';
import { fuzzCsvFiles } from './csvFiles.ts';
import { fuzzLinks } from './links.ts';
import { fuzzMessages } from './messages.ts';
import { fuzzModelFiles } from './modelFiles.ts';
import { fuzzSpecs } from './specs.ts';

test.each([
  ['links', 600, fuzzLinks],
  ['specs', 150, fuzzSpecs],
  ['CSV files', 300, fuzzCsvFiles],
  ['model files', 100, fuzzModelFiles],
  ['messages', 300, fuzzMessages],
] as const)('%s: each is understood or refused in words', async (_, count, fuzz) => {
  expect(await fuzz(count, 2, false)).toEqual([]);
});
