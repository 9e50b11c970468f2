/** `{ name: csv, file, label }`: a CSV file as the data of an experiment. As with any data set, a fifth validates unless `split` says otherwise. */
import { aboutExamples } from '../../datasets/csv/about.ts';
import { looksLikeClasses } from '../../datasets/csv/classes.ts';
import { decodeText } from '../../datasets/csv/decode.ts';
import { readTable, type Table } from '../../datasets/csv/readTable.ts';
import { asInline, tableExamples } from '../../datasets/csv/tableExamples.ts';
import type { Task } from '../../datasets/dataset.ts';
import { csvForm } from '../configuration/fileForms.ts';
import { LIMITS } from '../configuration/limits.ts';
import { lossesFor } from '../configuration/output.ts';
import { readReference, type Resolve } from './readReference.ts';
import { present } from '../../schema/parts.ts';
import type { Json } from '../../schema/json.ts';

export const csvDataset: Resolve = (value, files, at, { loss }) =>
  readReference(
    {
      schema: csvForm,
      kind: 'a CSV file',
      read(bytes, { file, label, task, features, kinds, without, header }) {
        const { text, encoding } = decodeText(bytes, file);
        // Only what is used is checked.
        const only = features && [...features, label];
        const options = present({ kinds, without, only, header, maxRows: LIMITS.inlineExamples.max });
        const table = readTable(text, file, options);
        if (encoding !== 'UTF-8') table.remarks.push(`The file is read as ${encoding}.`);
        const examples = tableExamples(table, present({ label, task: task ?? taskOf(table, label, loss), features }));
        return asInline(examples, aboutExamples(table, examples)) as unknown as Json;
      },
    },
    value,
    files,
    at,
  );

/** Numbers that can be classes are classes where the loss is for classes alone; undefined: as the label's kind says. */
function taskOf(table: Table, label: string, loss: string | undefined): Task | undefined {
  const column = table.columns.find(({ name }) => name === label);
  const only = (task: Task) => lossesFor(task).some(({ name }) => name === loss) && !lossesFor(other(task)).some(({ name }) => name === loss);
  return column?.kind === 'numeric' && only('classification') && looksLikeClasses(column) ? 'classification' : undefined;
}

function other(task: Task): Task {
  return task === 'classification' ? 'regression' : 'classification';
}
