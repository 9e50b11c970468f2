/** Which classes were taken for which, as tables of counts: one for each arm and split of results that have them, over all seeds. */
import type { Split } from '../../engines/engine.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { formatTable } from './table.ts';

/** `classes`: their names, by number. */
export function confusionText(results: readonly RunResult[], classes: readonly string[]): string[] {
  const groups = Map.groupBy(
    results.flatMap(({ arm, confusion = {} }) => (Object.entries(confusion) as [Split, number[][]][]).map(([split, matrix]) => ({ arm, split, matrix }))),
    ({ arm, split }) => `${arm}, ${split}`,
  );
  return Array.from(groups, ([name, own]) => {
    const total = own[0]!.matrix.map((row, actual) => row.map((_, predicted) => own.reduce((sum, { matrix }) => sum + matrix[actual]![predicted]!, 0)));
    const title = (index: number) => classes[index] ?? String(index);
    const table = formatTable(
      ['actual ＼ predicted', ...total.map((_, index) => title(index))],
      total.map((row, index) => [title(index), ...row.map(String)]),
    );
    return `Confusion matrix, ${name}${own.length > 1 ? `, sum of ${own.length} seeds` : ''}\n${table}`;
  });
}
