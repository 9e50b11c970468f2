/** `{ name: csv, file, label }`: a CSV file as the data of an experiment. Nothing is held out unless `split` says so, as with `inline`. */
import * as z from 'zod';
import { readTable } from '../../datasets/csv/readTable.ts';
import { asInline, tableExamples } from '../../datasets/csv/tableExamples.ts';
import { LIMITS } from '../configuration/limits.ts';
import { readReference, type Resolve } from './readReference.ts';
import { settings } from '../../schema/parts.ts';
import type { Json } from '../../schema/json.ts';

const column = z.string().min(1, 'the name of a column');

const schema = settings({
  name: z.literal('csv'),
  /** Relative to the spec. */
  file: z.string().min(1, 'the path of a CSV file, relative to the spec'),
  /** The column to predict. */
  label: column,
  /** Defaults to classification for a categorical label, regression for a numeric one. */
  task: z.enum(['regression', 'classification']).optional(),
  /** The columns to predict from; defaults to all but the label. */
  features: z.array(column).optional(),
  /** Kinds of columns by name; the others are guessed. */
  kinds: z.record(z.string(), z.enum(['numeric', 'categorical'])).optional(),
});

export const csvDataset: Resolve = (value, files, at) =>
  readReference(
    {
      schema,
      kind: 'a CSV file',
      read(bytes, { file, label, task, features, kinds }) {
        const table = readTable(new TextDecoder().decode(bytes), file, { maxRows: LIMITS.inlineExamples.max, ...(kinds && { kinds }) });
        const examples = tableExamples(table, { label, ...(task && { task }), ...(features && { features }) });
        return asInline(examples) as unknown as Json;
      },
    },
    value,
    files,
    at,
  );
