/**
 * What one run of `npm test` looks at where looking at everything would take longer with every chapter: some others each day, until
 * all have had their turn, and what has been touched. `npm test -- --all` looks at everything, every night. The configuration
 * of Playwright loads this first, so that all of its processes choose alike, also over midnight and while files are edited.
 */
import { dayOf, dayText, takeTurns, today } from '../../src/cli/verify/sample.ts';
import { touchedFiles } from '../../src/cli/verify/touchedFiles.ts';

/** A date, or `all`, which `npm run looks` means, too. */
const sample = (process.env['SAMPLE'] ??= process.argv.some((argument) => argument.includes('looks')) ? 'all' : dayText(today()));
const touched = new Set((process.env['SAMPLE_TOUCHED'] ??= touchedFiles().join('\n')).split('\n'));
const day = sample === 'all' ? undefined : dayOf(sample);
/** Whether this is a run of everything. */
export const isWhole = day === undefined;
if (sample !== 'all' && day === undefined) throw new Error(`SAMPLE is "${sample}"; allowed: a date like 2026-01-31, or all.`);

/** Light or dark, for what is the same in both but for its colors. */
export const schemes = () => sampled(['light', 'dark'] as const, 1);

/** `count` of the list whose turn it is, and up to `count` of those that have a file that was touched. In the order of the list. */
export function sampled<Item>(list: readonly Item[], count: number, filesOf: (item: Item) => readonly string[] = () => []): Item[] {
  if (day === undefined) return [...list];
  const changed = list.filter((item) => filesOf(item).some((file) => touched.has(file)));
  const chosen = new Set([...takeTurns(list, count, day), ...takeTurns(changed, count, day)]);
  return list.filter((item) => chosen.has(item));
}
