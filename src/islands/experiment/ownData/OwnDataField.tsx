/**
 * "Own data": a CSV file in place of the data set. Loaded when "Change anything" is opened.
 *
 *   no file ──choose──▶ read in a worker ──▶ columns: which is the label, which task ──Use──▶ the experiment is changed
 *                             └─ refused: an alert says what, where, and what is allowed
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Task } from '../../../datasets/dataset.ts';
import { openOwnDataReader, type OwnDataReader } from './openOwnDataReader.ts';
import type { OwnColumns, OwnData } from './ownData.ts';

export interface OwnDataFieldProps {
  /** Prefix that makes element ids unique in the page. */
  scope: string;
  disabled: boolean;
  /** Name of the file that the experiment has as its data now, if any. */
  used: string | undefined;
  /** Resolves to why the experiment cannot take the data, or undefined once it has them. */
  onUse(own: OwnData): Promise<string | undefined>;
  /** Back to the published data. */
  onLeave(): void;
}

export default function OwnDataField({ scope, disabled, used, onUse, onLeave }: OwnDataFieldProps) {
  const reader = useRef<OwnDataReader | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const [columns, setColumns] = useState<OwnColumns | undefined>(undefined);
  const [label, setLabel] = useState('');
  const [task, setTask] = useState<Task>('classification');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  useEffect(() => () => reader.current?.close(), []);

  /** What goes wrong on the way is shown beside the control. */
  async function attempt(work: () => Promise<string | undefined>) {
    setBusy(true);
    setRefusal('');
    const why = await work().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    setRefusal(why ?? '');
    setBusy(false);
  }
  const read = (file: File | undefined) =>
    attempt(async () => {
      // A file that is still being read is given up.
      reader.current?.close();
      reader.current = undefined;
      setColumns(undefined);
      if (!file) return undefined;
      const opened = (reader.current = openOwnDataReader());
      const found = await opened.read(file);
      setColumns(found);
      chooseLabel(found, found.columns.at(-1)!.name);
      return undefined;
    });
  const use = () => attempt(async () => onUse(await reader.current!.choose(label, task)));
  const kindOf = (name: string) => columns?.columns.find((column) => column.name === name)?.kind;
  function chooseLabel({ columns: all }: OwnColumns, name: string) {
    setLabel(name);
    setTask(all.find((column) => column.name === name)?.kind === 'numeric' ? 'regression' : 'classification');
  }

  return (
    <div class="experiment-own-data" role="group" aria-label="Own data">
      <div class={`experiment-field${used === undefined ? '' : ' is-modified'}`}>
        <label for={`${scope}-file`}>own data, a CSV file with a header</label>
        <input
          id={`${scope}-file`}
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={disabled}
          aria-describedby={`${scope}-file-note`}
          aria-invalid={refusal !== ''}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </div>
      {columns && (
        <>
          <div class="experiment-field">
            <label for={`${scope}-label`}>label, the column to predict</label>
            <select id={`${scope}-label`} disabled={disabled || busy} value={label} onChange={(event) => chooseLabel(columns, event.currentTarget.value)}>
              {columns.columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="experiment-field">
            <label for={`${scope}-task`}>task</label>
            <select id={`${scope}-task`} disabled={disabled || busy} value={task} onChange={(event) => setTask(event.currentTarget.value as Task)}>
              <option value="classification">classification</option>
              {/* Categories cannot be predicted as numbers. */}
              {kindOf(label) === 'numeric' && <option value="regression">regression</option>}
            </select>
          </div>
          <button type="button" disabled={disabled || busy} onClick={() => void use()}>
            Use these {columns.rows} rows
          </button>
        </>
      )}
      {used !== undefined && (
        <button
          type="button"
          disabled={disabled}
          onClick={() => {
            if (input.current) input.current.value = '';
            setColumns(undefined);
            onLeave();
          }}
        >
          Back to the published data
        </button>
      )}
      <p class="experiment-own-data-note" id={`${scope}-file-note`}>
        It is read in this page and stays here: nothing is uploaded.
      </p>
      {busy && <span role="status">Reading …</span>}
      {refusal !== '' && (
        <p class="experiment-own-data-refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
