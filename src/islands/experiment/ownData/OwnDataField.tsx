/**
 * "Own data": a CSV file in place of the data set. Loaded when "Change anything" is opened.
 *
 *   no file ──choose──▶ read in a worker ──▶ columns: which is the label, which task, which are left out ──Use──▶ the experiment is changed
 *                             │                    └─ what was made of the file is said
 *                             └─ refused: an alert says what, where, and what is allowed
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Task } from '../../../datasets/dataset.ts';
import { openOwnDataReader, type OwnDataReader } from './openOwnDataReader.ts';
import { ColumnUses } from './ColumnUses.tsx';
import type { ColumnUse, OwnChoice, OwnColumns, OwnData } from './ownData.ts';

export interface OwnDataFieldProps {
  /** Prefix that makes element ids unique in the page. */
  scope: string;
  disabled: boolean;
  /** Of the published experiment: numbers that may be classes are classes where that is the task. */
  usual: Task;
  /** Name of the file that the experiment has as its data now, if any. */
  used: string | undefined;
  /** Resolves to why the experiment cannot take the data, or undefined once it has them. */
  onUse(own: OwnData): Promise<string | undefined>;
  /** Back to the published data. */
  onLeave(): void;
}

export default function OwnDataField({ scope, disabled, usual, used, onUse, onLeave }: OwnDataFieldProps) {
  const reader = useRef<OwnDataReader | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const [columns, setColumns] = useState<OwnColumns | undefined>(undefined);
  const [choice, setChoice] = useState<OwnChoice>({ label: '', task: usual, uses: {} });
  const { label, task, uses } = choice;
  const [remarks, setRemarks] = useState<string[]>([]);
  const latest = useRef(choice);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  useEffect(() => () => reader.current?.close(), []);

  /** What goes wrong on the way is shown beside the control. */
  async function attempt(work: () => Promise<string | undefined>) {
    setBusy(true);
    setRefusal('');
    const why = await work().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (why !== undefined) setRefusal(why);
    setBusy(false);
  }
  const read = (file: File | undefined) =>
    attempt(async () => {
      // A file that is still being read is given up.
      reader.current?.close();
      reader.current = undefined;
      setColumns(undefined);
      setRemarks([]);
      if (!file) return undefined;
      const opened = (reader.current = openOwnDataReader());
      const found = await opened.read(file);
      setColumns(found);
      return look(withLabel(found, found.columns.at(-1)!.name, {}));
    });
  const use = () => attempt(async () => onUse(await reader.current!.choose(choice)));
  /** Take the choice, and say what it makes of the file. */
  async function look(next: OwnChoice): Promise<undefined> {
    latest.current = next;
    setChoice(next);
    setRemarks([]);
    setRefusal('');
    try {
      const { data } = await reader.current!.choose(next);
      if (latest.current === next) setRemarks(data.about?.remarks ?? []);
    } catch (error) {
      if (latest.current === next) setRefusal(error instanceof Error ? error.message : String(error));
    }
    return undefined;
  }
  const choose = (next: OwnChoice) => void look(next);
  const kindOf = (name: string) => uses[name] ?? columns?.columns.find((column) => column.name === name)?.kind;
  function withLabel({ columns: all }: OwnColumns, name: string, of: OwnChoice['uses']): OwnChoice {
    const own = of[name];
    const column = all.find((candidate) => candidate.name === name);
    const isNumber = (own === undefined || own === 'left out' ? column?.kind : own) === 'numeric';
    const isClasses = !isNumber || (usual === 'classification' && column?.mayBeClasses === true);
    return { label: name, task: isClasses ? 'classification' : 'regression', uses: own === 'left out' ? without(of, name) : of };
  }
  function useColumn(name: string, as: ColumnUse | undefined): OwnChoice {
    const next = as === undefined ? without(uses, name) : { ...uses, [name]: as };
    return name === label ? withLabel(columns!, label, next) : { ...choice, uses: next };
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
            <select
              id={`${scope}-label`}
              disabled={disabled || busy}
              value={label}
              onChange={(event) => choose(withLabel(columns, event.currentTarget.value, uses))}
            >
              {columns.columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="experiment-field">
            <label for={`${scope}-task`}>task</label>
            <select
              id={`${scope}-task`}
              disabled={disabled || busy}
              value={task}
              onChange={(event) => choose({ ...choice, task: event.currentTarget.value as Task })}
            >
              <option value="classification">classification</option>
              {/* Categories cannot be predicted as numbers. */}
              {kindOf(label) === 'numeric' && <option value="regression">regression</option>}
            </select>
          </div>
          <ColumnUses {...{ scope, columns: columns.columns, label, uses, disabled: disabled || busy }} onUse={(name, as) => choose(useColumn(name, as))} />
          {remarks.length > 0 && (
            <ul class="experiment-own-data-note" aria-label="What was made of the file">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
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

function without(uses: OwnChoice['uses'], name: string): OwnChoice['uses'] {
  return Object.fromEntries(Object.entries(uses).filter(([other]) => other !== name));
}
