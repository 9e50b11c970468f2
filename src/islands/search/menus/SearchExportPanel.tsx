/** A search as a script for Optuna or Ray Tune, published or with the reader's budget and folds; and its file. */
import { useId, useState } from 'preact/hooks';
import type { Form } from '../../../export/python/cells.ts';
import { LIBRARIES, SEARCH_TARGETS, type SearchTarget } from '../../../export/tuning/searchCells.ts';
import { save } from '../../menus/save.ts';
import { writeExport } from '../../menus/writeExport.ts';
import type { SearchSession } from '../searchSession.ts';

/** The data of each seed go with the script. */
const SEEDS = [1, 3, 5];

export function SearchExportPanel({ session }: { session: SearchSession }) {
  const id = useId();
  const [target, setTarget] = useState<SearchTarget>('optuna');
  const [form, setForm] = useState<Form>('script');
  const [seeds, setSeeds] = useState(1);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string[]>([]);
  const { origin } = session;
  const chosen = session.chosen();
  if ('problems' in chosen)
    return (
      <ul class="menu-reasons">
        {chosen.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    );
  const { search } = chosen;
  const changes = origin().changes;
  async function write() {
    setBusy(true);
    setSaid(['Writing …']);
    try {
      const { name, content } = await writeExport({ kind: 'search', search, origin: origin(), target, form, seeds });
      save(name, content);
      setSaid([`Saved ${name}.`]);
    } catch (error) {
      setSaid([error instanceof Error ? error.message : String(error)]);
    }
    setBusy(false);
  }
  return (
    <div class="menu-exports">
      {changes.length > 0 && <p class="menu-modified">Modified: {changes.join('; ')}. Files say so.</p>}
      <fieldset>
        <legend>Script</legend>
        <p class="menu-note">
          The same space, score and number of trials, with networks that PyTorch trains. How it searches is the library’s; each candidate’s score is the mean
          over the seeds.
        </p>
        <div class="menu-fields">
          <div class="menu-field">
            <label for={`${id}-target`}>for</label>
            <select id={`${id}-target`} value={target} onChange={(event) => setTarget(event.currentTarget.value as SearchTarget)}>
              {SEARCH_TARGETS.map((name) => (
                <option key={name} value={name}>
                  {LIBRARIES[name].title}
                </option>
              ))}
            </select>
          </div>
          <div class="menu-field">
            <label for={`${id}-form`}>as</label>
            <select id={`${id}-form`} value={form} onChange={(event) => setForm(event.currentTarget.value as Form)}>
              <option value="script">.py</option>
              <option value="notebook">notebook</option>
            </select>
          </div>
          <div class="menu-field">
            <label for={`${id}-seeds`}>seeds</label>
            <select id={`${id}-seeds`} value={seeds} onChange={(event) => setSeeds(Number(event.currentTarget.value))}>
              {SEEDS.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div class="menu-actions">
          <button type="button" disabled={busy} onClick={() => void write()}>
            Script and data
          </button>
        </div>
      </fieldset>
      <div class="menu-said" role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
