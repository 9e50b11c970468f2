/** Export of a search, published or with the reader's changes: its trials, a script for Optuna or Ray Tune, and its file. */
import { useId, useState } from 'preact/hooks';
import type { SearchRequest } from '../../../export/request.ts';
import { LIBRARIES, type SearchTarget } from '../../../export/tuning/searchCells.ts';
import { ProgramFields, type ProgramChoice } from '../../experiment/menus/export/ProgramFields.tsx';
import { save } from '../../controls/save.ts';
import { writeExport } from '../../workers/writeExport.ts';
import type { OpenSearch } from '../searchSession.ts';

/** The data of each seed go with the script. */
const SEEDS = [1, 3, 5];
const TITLES: Record<SearchTarget, string> = { optuna: LIBRARIES.optuna.title, ray: LIBRARIES.ray.title };

export function SearchExportPanel({ session, edited }: OpenSearch) {
  const id = useId();
  const [choice, setChoice] = useState<ProgramChoice<SearchTarget>>({ target: 'optuna', form: 'script', seeds: 1 });
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string[]>([]);
  const chosen = edited.chosen();
  if ('problems' in chosen)
    return (
      <ul class="menu-reasons">
        {chosen.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    );
  const { search } = chosen;
  const origin = edited.origin();
  const found = session.found();
  async function write(request: SearchRequest) {
    setBusy(true);
    setSaid(['Writing …']);
    try {
      const { name, content } = await writeExport(request);
      save(name, content);
      setSaid([`Saved ${name}.`]);
    } catch (error) {
      setSaid([error instanceof Error ? error.message : String(error)]);
    }
    setBusy(false);
  }
  const button = (label: string, request: SearchRequest | undefined, describedBy?: string) => (
    <button key={label} type="button" disabled={busy || !request} aria-describedby={describedBy} onClick={() => request && void write(request)}>
      {label}
    </button>
  );
  return (
    <div class="menu-exports">
      {origin.changes.length > 0 && <p class="menu-modified">Modified: {origin.changes.join('; ')}. Files say so.</p>}
      <fieldset>
        <legend>Trials</legend>
        <p class="menu-note" id={`${id}-trials`}>
          {found ? 'Of the search on screen: what was tried, what it cost, and how well it did.' : 'There are none yet: Run first.'}
        </p>
        <div class="menu-actions">
          {(['csv', 'json'] as const).map((form) => button(form.toUpperCase(), found && { kind: 'trials', form, origin, ...found }, `${id}-trials`))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Script</legend>
        <p class="menu-note">
          The same space, score and number of trials, with networks that PyTorch trains. How it searches is the library’s; each candidate’s score is the mean
          over the seeds.
        </p>
        <ProgramFields titles={TITLES} seeds={SEEDS} choice={choice} onChange={setChoice} />
        <div class="menu-actions">{button('Script and data', { kind: 'searchProgram', search, origin, ...choice })}</div>
      </fieldset>
      <fieldset>
        <legend>Search</legend>
        <p class="menu-note" id={`${id}-spec`}>
          Every setting, as the file that <code>lab search</code> reads.
        </p>
        <div class="menu-actions">
          {(['yaml', 'json'] as const).map((target) => button(target.toUpperCase(), { kind: 'searchSpec', search, origin, target }, `${id}-spec`))}
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
