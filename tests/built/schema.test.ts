import { expect, test } from 'vitest';
import { formatJsonSchema } from '../../src/experiments/spec/experimentJsonSchema.ts';
import { read } from './built.ts';

test('the JSON Schema of an experiment is published', () => {
  expect(read('schema/experiment.json')).toBe(formatJsonSchema());
});
