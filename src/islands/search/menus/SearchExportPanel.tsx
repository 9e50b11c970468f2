/** A search as a script for Optuna or Ray Tune, published or with the reader's budget and folds; and its file. */
import { useState } from 'preact/hooks';
import { LIBRARIES, type SearchTarget } from '../../../export/tuning/searchCells.ts';
import { ProgramFields, type ProgramChoice } from '../../menus/ProgramFields.tsx';
import { save } from '../../menus/save.ts';
import { writeExport } from '../../menus/writeExport.ts';
import type { SearchSession } from '../searchSession.ts';

/** The data of each seed go with the script. */
const SEEDS = [1, 3, 5];
const TITLES: Record<SearchTarget, string> = { optuna: LIBRARIES.optuna.title, ray: LIBRARIES.ray.title };

export function SearchExportPanel({ session }: { session: SearchSession }) {
  const [choice, setChoice] = useState<ProgramChoice<SearchTarget>>({ target: 'optuna', form: 'script', seeds: 1 });
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
      const { name, content } = await writeExport({ kind: 'search', search, origin: origin(), ...choice });
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
        <ProgramFields titles={TITLES} seeds={SEEDS} choice={choice} onChange={setChoice} />
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
