/** Export: figures, results, programs, the experiment's file, the model. Of the experiment as it is now, published or changed. */
import { useId, useState } from 'preact/hooks';
import type { Session } from '../../session.ts';
import { exportSource } from './exportSource.ts';
import { FigureExports } from './FigureExports.tsx';
import { ModelExport } from './ModelExport.tsx';
import { ProgramExport } from './ProgramExport.tsx';
import type { Task } from './task.ts';

export function ExportPanel({ session }: { session: Session }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string[]>([]);
  const source = exportSource(session);
  const { request } = source;
  /** One at a time; what it says when it is over stays until the next one. */
  const start = (task: Task) => {
    setBusy(true);
    setSaid(['Writing …']);
    void task()
      .then(setSaid, (error: unknown) => setSaid([error instanceof Error ? error.message : String(error)]))
      .finally(() => setBusy(false));
  };
  return (
    <div class="menu-exports">
      {source.changes.length > 0 && <p class="menu-modified">Modified: {source.changes.join('; ')}. Files say so.</p>}
      <FigureExports source={source} disabled={busy} onStart={start} />
      <fieldset>
        <legend>Results</legend>
        <p class="menu-note">{source.describeResults}</p>
        <div class="menu-actions">
          {(['csv', 'json'] as const).map((form) => (
            <button key={form} type="button" disabled={busy || !source.results} onClick={() => start(source.saveResults(form))}>
              {form.toUpperCase()}
            </button>
          ))}
        </div>
      </fieldset>
      <ProgramExport source={source} disabled={busy} onStart={start} />
      <fieldset>
        <legend>Experiment</legend>
        <p class="menu-note" id={`${id}-spec`}>
          Every setting, as the file that <code>lab run</code> reads.
        </p>
        <div class="menu-actions">
          {(['yaml', 'json'] as const).map((target) => (
            <button key={target} type="button" disabled={busy} aria-describedby={`${id}-spec`} onClick={() => start(request({ kind: 'spec', target }))}>
              {target.toUpperCase()}
            </button>
          ))}
        </div>
      </fieldset>
      <ModelExport source={source} disabled={busy} onStart={start} />
      <div class="menu-said" role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
