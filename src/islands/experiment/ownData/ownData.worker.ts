/** Reads a reader's CSV file off the page's main thread. It stays in this worker and the page: nothing is sent anywhere. */
import type { Table } from '../../../datasets/csv/readTable.ts';
import { asInline, tableExamples } from '../../../datasets/csv/tableExamples.ts';
import type { FromReader, ToReader } from './ownData.ts';
import { MAX_NUMBERS, readOwnTable } from './ownTable.ts';
import { workerScope } from '../../workers/scope.ts';

const scope = workerScope<ToReader, FromReader>();

let table: Table | undefined;

scope.addEventListener('message', ({ data }) => {
  void answer(data).then(
    (message) => scope.postMessage(message),
    (error: unknown) => scope.postMessage({ type: 'refused', why: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(message: ToReader): Promise<FromReader> {
  if (message.type === 'read') {
    table = undefined;
    table = await readOwnTable(message.file);
    return { type: 'columns', rows: table.rows, columns: table.columns.map(({ name, kind }) => ({ name, kind })) };
  }
  if (!table) throw new Error('There is no file yet.');
  const examples = tableExamples(table, { label: message.label, task: message.task }, MAX_NUMBERS);
  return { type: 'data', own: { file: table.file, data: asInline(examples), featureNames: examples.featureNames, labelName: examples.labelName } };
}
