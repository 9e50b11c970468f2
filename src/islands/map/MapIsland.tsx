/**
 * The live part of a map: its conditions and their values, which the reader can change, and a map that is made cell by cell.
 * It comes alive when the reader reaches for it (src/site/intent/clientIntent.ts).
 */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { TypedCondition } from '../../experiments/maps/chooseMap.ts';
import { explain } from '../../faults/explain.ts';
import { RunBar } from '../controls/RunBar.tsx';
import { runTime } from '../controls/runTime.ts';
import { ConditionFields, type ConditionChoice } from './ConditionFields.tsx';
import { createMapState, type MapState } from './mapState.ts';
import { openMapSession, type MapSession } from './mapSession.ts';
import { Notices } from '../controls/Notices.tsx';

export interface Props {
  id: string;
  /** "Experiment 4.1". */
  name: string;
  /** Where its data lies: /maps/<id>.json under the site's base. */
  url: string;
  /** Address of the page that shows the experiment. */
  page: string;
  published: TypedCondition[];
  /** What can be a condition, by path or, of a published one, by name. */
  choices: Record<string, ConditionChoice>;
  /** The whole map, on one core; an estimate. */
  seconds: number;
}

export default function MapIsland(props: Props) {
  const { id, name, published, choices, seconds } = props;
  const state = useMemo(() => createMapState(published), []);
  const live = useRef<HTMLDivElement>(null);
  const session = useMemo(() => lazySession(props, state, live), []);
  const phase = state.phase.value;
  const running = phase === 'running';
  const progress = state.progress.value;
  const shown = phase !== 'recorded';
  const isAsPublished = JSON.stringify(state.conditions.value) === JSON.stringify(published);
  useEffect(() => {
    // The recorded map gives way on screen (never on paper): styles/experiment/experiment.css.
    live.current?.closest('.experiment')?.toggleAttribute('data-live', shown);
  }, [shown]);
  useEffect(() => {
    // Its data and workers, before they are needed.
    session().catch(() => undefined);
  }, []);
  const use = (act: (it: MapSession) => unknown) =>
    void session().then(act, async (reason: unknown) => (state.failure.value = { error: await explain(reason), again: () => use(act) }));

  return (
    <div class="experiment-live">
      <div class="experiment-live-figures" ref={live} hidden={!shown}></div>
      <div class="experiment-report">
        <Notices notices={state.notices.value} onDismiss={() => (state.notices.value = [])} />
        <p class="experiment-line" role="status">
          {state.report.value}
        </p>
      </div>
      <RunBar
        label="Map"
        failure={state.failure.value}
        text={running && progress ? `${progress.done} of ${progress.total} cells` : isAsPublished ? runTime(seconds) : ''}
        progress={running && progress ? { ...progress, label: 'Cells judged' } : undefined}
      >
        {running ? (
          <button type="button" class="experiment-run" onClick={() => use((it) => it.cancel())}>
            Cancel map
          </button>
        ) : (
          <button type="button" class="experiment-run is-primary" onClick={() => use((it) => it.run())}>
            <span aria-hidden="true">▶ </span>Run map
          </button>
        )}
      </RunBar>
      <form class="experiment-controls" aria-label={`Controls of the map of ${name}`} onSubmit={(event) => event.preventDefault()}>
        <div class="experiment-row">
          <button type="button" class="experiment-reset" disabled={running || (!shown && isAsPublished)} onClick={() => use((it) => it.clear())}>
            Reset
          </button>
          {shown && !running && (
            <button type="button" onClick={() => use((it) => it.saveCsv())}>
              Save as CSV
            </button>
          )}
        </div>
        <ConditionFields
          {...{ scope: `map-${id}`, choices, disabled: running, conditions: state.conditions.value }}
          onChange={(conditions) => (state.conditions.value = conditions)}
        />
      </form>
    </div>
  );
}

/** The session, loaded at the first call and shared by the following ones; a failed load may be tried again. */
function lazySession({ url, page }: Props, state: MapState, live: { current: HTMLElement | null }): () => Promise<MapSession> {
  let session: Promise<MapSession> | undefined;
  const load = async () => {
    if (!live.current) throw new Error('The page is being left.');
    return openMapSession(url, page, state, live.current);
  };
  return () => {
    session ??= load().catch(async (reason: unknown) => {
      session = undefined;
      throw await explain(reason);
    });
    return session;
  };
}
