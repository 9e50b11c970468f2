/** Whether a text is a whole recording of a search: files are cut off, and edited, and merged. */
import * as z from 'zod';
import { checkText, FORMAT } from '../../experiments/record/checkRecording.ts';
import type { SearchRecording } from './searchRecording.ts';

const rows = z.array(z.array(z.number().nullable()));
const hash = z.string().min(1);

/** What figures, tables and judgements need; the rest is as it comes. */
const recording = z.looseObject({
  version: z.literal(FORMAT),
  search: z.string(),
  spec: hash,
  kernel: hash,
  logs: z
    .array(
      z
        .looseObject({ strategy: z.string(), seed: z.int(), digest: z.string(), points: z.array(z.array(z.json())).min(1), values: rows, spent: rows })
        .refine(({ points, values, spent }) => values.length === points.length && spent.length === points.length),
    )
    .min(1),
  judgements: z.array(z.looseObject({ claim: z.string(), outcome: z.string(), agree: z.int(), seeds: z.int() })),
});

/** The recording, or a sentence without its full stop on what is wrong with it. */
export function checkSearchRecording(text: string): { recording: SearchRecording } | { problem: string } {
  const checked = checkText(text, recording);
  return 'raw' in checked ? { recording: checked.raw as SearchRecording } : checked;
}
