/**
 * The live part of a search: strategy, budget, folds and seed, progress with the best so far, live figures, and what the search says.
 * It comes alive when the reader reaches for it (src/site/intent/clientIntent.ts).
 */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { searchOf } from '../../search/change/searchLink.ts';
import type { SearchChoice } from '../../search/change/searchChoice.ts';
import { ReaderHash } from '../controls/FaultNote.tsx';
import { RunBar } from '../controls/RunBar.tsx';
import { runTime } from '../controls/runTime.ts';
import { explain } from '../../faults/explain.ts';
import { followHash } from '../controls/followHash.ts';
import { createSearchState, type SearchProgress, type SearchState } from './searchState.ts';
import { SearchFields, SpaceFields, type SearchForm } from './SearchFields.tsx';
import { SearchMenus } from './menus/SearchMenus.tsx';
import { openSearchSession, type SearchSession } from './searchSession.ts';
import { Notices } from '../controls/Notices.tsx';

export interface Props {
  id: string;
  /** "Search 4.1". */
  name: string;
  /** Where its data lies: /searches/<id>.json under the site's base. */
  url: string;
  published: SearchChoice;
  /** What there is to choose; absent for a tuned comparison, which leaves nothing. */
  form?: SearchForm;
  /** All strategies with one seed, on one core; an estimate. */
  seconds: number;
}

export default function SearchIsland(props: Props) {
  const { id, name, published, form, seconds } = props;
  const state = useMemo(() => createSearchState(published), []);
  const live = useRef<HTMLDivElement>(null);
  const opened = useRef<SearchSession | undefined>(undefined);
  const session = useMemo(() => lazySession(props.url, state, live, opened), []);
  const running = state.phase.value === 'running';
  const progress = state.progress.value;
  const shown = state.showsLive.value;
  const choice = state.choice.value;
  useEffect(() => {
    // The recorded figures give way on screen (never on paper): styles/experiment/experiment.css.
    live.current?.closest('.experiment')?.toggleAttribute('data-live', shown);
  }, [shown]);
  useEffect(() => followLinks(id, (hash) => use((it) => it.followLink(hash))), []);
  useEffect(() => {
    // Its data and workers, before they are needed.
    session().catch(() => undefined);
  }, []);
  const use = (act: (it: SearchSession) => unknown) =>
    void session()
      .then(act)
      .catch(async (reason: unknown) => (state.failure.value = { error: await explain(reason), again: () => use(act) }));
  const hash = useMemo(() => () => opened.current?.hash(), []);
  const choose = (part: Partial<SearchChoice>) => {
    state.choice.value = { ...state.choice.value, ...part };
    // Figures of a search must not stand beside settings that it did not have.
    if (state.phase.value !== 'recorded') use((it) => it.clear());
  };
  const isAsPublished = JSON.stringify(choice) === JSON.stringify(published) && state.seed.value === 1;

  return (
    <ReaderHash.Provider value={hash}>
      <div class="experiment-live">
        <div class="experiment-live-figures" ref={live} hidden={!shown}></div>
        <Report state={state} />
        <RunBar
          label="Search"
          failure={state.failure.value}
          text={progress ? describe(progress, running) : runTime(seconds)}
          progress={running && progress ? { ...progress, label: 'Runs done' } : undefined}
        >
          {running ? (
            <button type="button" class="experiment-run" onClick={() => use((it) => it.cancel())}>
              Cancel
            </button>
          ) : (
            <button type="button" class="experiment-run is-primary" onClick={() => use((it) => it.run())}>
              <span aria-hidden="true">▶ </span>Run
            </button>
          )}
        </RunBar>
        <form class="experiment-controls" aria-label={`Controls of ${name}`} onSubmit={(event) => event.preventDefault()}>
          <div class="experiment-row">
            {form && (
              <>
                <SearchFields {...{ scope: id, form, choice, disabled: running }} onChoose={choose} />
                <div class="experiment-field">
                  <span>
                    seed <strong class="experiment-seed">{state.seed.value}</strong>
                  </span>
                  <button
                    type="button"
                    disabled={running}
                    onClick={() => {
                      state.seed.value++;
                      choose({});
                    }}
                  >
                    New seed
                  </button>
                </div>
              </>
            )}
            <button
              type="button"
              class="experiment-reset"
              disabled={running || (state.phase.value === 'recorded' && isAsPublished && state.notices.value.length === 0)}
              onClick={() => {
                state.seed.value = 1;
                state.choice.value = published;
                use((it) => it.clear());
              }}
            >
              Reset
            </button>
          </div>
          {form && <SpaceFields {...{ scope: id, form, published, choice, disabled: running }} onChoose={choose} />}
        </form>
        <SearchMenus name={name} session={session} />
        <p class="visually-hidden" aria-live="polite" role="status">
          {state.announcement.value}
        </p>
      </div>
    </ReaderHash.Provider>
  );
}

/** "24 trials · 72 networks · 1.9 s · random: best so far 0.143". */
function describe({ trials, done, elapsed, best }: SearchProgress, running: boolean): string {
  const seconds = elapsed / 1000;
  return [
    `${trials} ${trials === 1 ? 'trial' : 'trials'}`,
    `${done} networks`,
    `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`,
    ...(running && best ? [best] : []),
  ].join(' · ');
}

function Report({ state }: { state: SearchState }) {
  const View = state.view.value;
  return (
    <div class="experiment-report">
      <Notices notices={state.notices.value} onDismiss={() => (state.notices.value = [])} />
      {View && <View state={state} />}
    </div>
  );
}

/** A link to this search with changes is followed at once, and whenever the address changes. */
function followLinks(id: string, follow: (hash: string) => void): () => void {
  return followHash((hash) => {
    if (searchOf(hash) !== id) return;
    document.getElementById(id)?.scrollIntoView();
    follow(hash);
  });
}

/** The session, loaded at the first call and shared by the following ones; a failed load is told and may be tried again. */
function lazySession(
  url: string,
  state: SearchState,
  live: { current: HTMLElement | null },
  opened: { current: SearchSession | undefined },
): () => Promise<SearchSession> {
  let session: Promise<SearchSession> | undefined;
  const load = async () => {
    if (!live.current) throw new Error('The page is being left.');
    opened.current = await openSearchSession(url, state, live.current);
    state.failure.value = undefined;
    return opened.current;
  };
  const once = (): Promise<SearchSession> => {
    session ??= load().catch(async (reason: unknown) => {
      session = undefined;
      const error = await explain(reason);
      // What was pressed before stays what another try does.
      state.failure.value = { error, again: state.failure.value?.again ?? (() => void once().catch(() => undefined)) };
      throw error;
    });
    return session;
  };
  return once;
}
