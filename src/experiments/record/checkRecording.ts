/** Whether a text is a whole recording: files are cut off, and edited, and merged. */
import * as z from 'zod';
import { formatPath } from '../../schema/problem.ts';
import type { Recording } from './recording.ts';
import { fromFile, type RecordingFile } from './recordingFile.ts';
import { runColumns } from './runColumns.ts';
import { fillInRepeats } from './repeats.ts';
import type { Json } from '../../schema/json.ts';

/** The format of recordings: repetitions are left out, and runs stand in columns. */
export const FORMAT = 2;

const numbers = z.array(z.number());
const hash = z.string().min(1);

/** What figures, tables and judgements need; the rest is as it comes. */
const recording = z.looseObject({
  version: z.literal(FORMAT),
  experiment: z.string(),
  spec: hash,
  kernel: hash,
  arms: z.array(
    z.looseObject({
      label: z.string(),
      labels: z.record(z.string(), z.string()),
      updates: z.number(),
      epochs: z.number(),
      runs: runColumns,
      curve: z.looseObject({ step: numbers, epoch: numbers.optional(), median: numbers, low: numbers, high: numbers, first: numbers }),
    }),
  ),
  judgements: z.array(z.looseObject({ claim: z.string(), outcome: z.string(), agree: z.int(), seeds: z.int() })),
});

/** The recording, or a sentence without its full stop on what is wrong with it. */
export function checkRecording(text: string): { recording: Recording } | { problem: string } {
  const checked = checkText(text, recording);
  return 'raw' in checked ? { recording: fromFile(checked.raw as RecordingFile) } : checked;
}

/** What stands in the file, with repetitions filled in, for any recording that `schema` describes. */
export function checkText(text: string, schema: z.ZodType): { raw: unknown } | { problem: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not whole (${(error as Error).message})` };
  }
  const version: unknown = raw !== null && typeof raw === 'object' ? Reflect.get(raw, 'version') : undefined;
  if (typeof version === 'number' && version !== FORMAT) return { problem: `it has format ${version}, not ${FORMAT}` };
  try {
    raw = fillInRepeats(raw as Json);
  } catch (error) {
    return { problem: (error as Error).message };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { raw };
  const [issue] = parsed.error.issues;
  return {
    problem: `it is not a recording: ${formatPath((issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part)))} is missing or not what it should be`,
  };
}
