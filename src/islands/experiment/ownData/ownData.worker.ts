/** Reads a reader's CSV file off the page's main thread. It stays in this worker and the page: nothing is sent anywhere. */
import { aboutExamples } from '../../../datasets/csv/about.ts';
import { looksLikeClasses } from '../../../datasets/csv/classes.ts';
import { asInline, tableExamples } from '../../../datasets/csv/tableExamples.ts';
import type { FromReader, ToReader } from './ownData.ts';
import { MAX_NUMBERS, optionsOf, readOwnTable } from './ownTable.ts';
import { workerScope } from '../../workers/scope.ts';

const scope = workerScope<ToReader, FromReader>();

let file: File | undefined;

scope.addEventListener('message', ({ data }) => {
  void answer(data).then(
    (message) => scope.postMessage(message),
    (error: unknown) => scope.postMessage({ type: 'refused', why: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(message: ToReader): Promise<FromReader> {
  if (message.type === 'read') {
    file = message.file;
    const { rows, columns } = await readOwnTable(file);
    return { type: 'columns', rows, columns: columns.map((column) => ({ name: column.name, kind: column.kind, mayBeClasses: looksLikeClasses(column) })) };
  }
  if (!file) throw new Error('There is no file yet.');
  const table = await readOwnTable(file, optionsOf(message.uses));
  const { label, task } = message;
  const examples = tableExamples(table, { label, task }, MAX_NUMBERS);
  return { type: 'data', own: { file: table.file, data: asInline(examples, aboutExamples(table, examples)) } };
}
