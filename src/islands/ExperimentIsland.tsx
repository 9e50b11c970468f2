/**
 * The live part of an experiment: controls, progress, live figures, and what the run says. Only this
 * shell loads with the page; hover, focus or Run bring the session (experiments code, figures,
 * workers), and TensorFlow.js comes when its engine is run.
 */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { EngineName } from '../engines/engine.ts';
import type { Setting } from '../experiments/settings.ts';
import type { Json } from '../experiments/types.ts';
import { Field } from './Field.tsx';
import { createState, type IslandState } from './islandState.ts';
import { linkTarget } from './linkTarget.ts';
import { Menus } from './menus/Menus.tsx';
import { Report } from './Report.tsx';
import type { Session } from './session.ts';
import { SettingsForm } from './SettingsForm.tsx';

const ENGINES: Record<EngineName, string> = {
  fused: 'fused WebAssembly',
  'tfjs-wasm': 'TensorFlow.js, WASM',
  'tfjs-webgl': 'TensorFlow.js, WebGL',
  'tfjs-cpu': 'TensorFlow.js, plain CPU',
};

export interface Props {
  id: string;
  /** "Experiment 2.3". */
  name: string;
  /** Where its data lies: /experiments/<id>.json under the site's base. */
  url: string;
  /** Seeds of the recording. */
  seeds: number;
  /** The controls that the claim is about. */
  controls: Setting[];
}

export default function ExperimentIsland(props: Props) {
  const { id, name, seeds, controls } = props;
  const state = useMemo(() => createState(controls), []);
  const root = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const session = useMemo(() => lazySession(props, state, live), []);
  const running = state.phase.value === 'running';
  const shown = state.showsLive.value;
  useEffect(() => followLinks(id, state, session), []);
  useEffect(() => {
    // The recorded figures give way on screen (never on paper): styles/experiment.css.
    live.current?.closest('.experiment')?.toggleAttribute('data-live', shown);
  }, [shown]);

  const warm = () => void session().catch(() => undefined);
  useEffect(() => {
    // The reader may have been here before the shell was.
    if (root.current?.matches(':hover, :focus-within')) warm();
  }, []);
  const change = async (path: string, value: Json) => (await session()).change(path, value);
  const changed = (path: string) => state.changes.value.find((entry) => entry.path === path)?.published;
  const settings = state.settings.value;

  return (
    <div class="experiment-live" ref={root} onPointerOver={warm} onFocusCapture={warm}>
      <div class="experiment-live-figures" ref={live} hidden={!shown}></div>
      <Report state={state} onTakeOffer={() => void session().then((it) => it.takeOffer())} />
      <form class="experiment-controls" aria-label={`Controls of ${name}`} onSubmit={(event) => event.preventDefault()}>
        <div class="experiment-row">
          {running ? (
            <button type="button" class="experiment-run" onClick={() => void session().then((it) => it.cancel())}>
              Cancel
            </button>
          ) : (
            <button
              type="button"
              class="experiment-run is-primary"
              onClick={() =>
                void session().then(
                  (it) => it.run(),
                  () => undefined,
                )
              }
            >
              <span aria-hidden="true">▶ </span>Run
            </button>
          )}
          <div class="experiment-field">
            <label for={`${id}-seeds`}>seeds</label>
            <select
              id={`${id}-seeds`}
              disabled={running}
              value={state.seeds.value}
              onChange={(event) => (state.seeds.value = Number(event.currentTarget.value))}
            >
              {seedChoices(seeds).map((count) => (
                <option key={count} value={count}>
                  {count === seeds && count > 1 ? `all ${count}` : count}
                </option>
              ))}
            </select>
          </div>
          <div class="experiment-field">
            <span>
              {state.seeds.value === 1 ? 'seed' : 'first seed'} <strong class="experiment-seed">{state.firstSeed.value}</strong>
            </span>
            <button type="button" disabled={running} onClick={() => void session().then((it) => it.newSeed())}>
              New seed
            </button>
          </div>
          <div class="experiment-field">
            <label for={`${id}-engine`}>engine</label>
            <select
              id={`${id}-engine`}
              disabled={running}
              value={state.engine.value}
              onChange={(event) => (state.engine.value = event.currentTarget.value as EngineName)}
            >
              {Object.entries(ENGINES).map(([engine, title]) => (
                <option key={engine} value={engine}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          {settings
            .filter((setting) => controls.some((control) => control.path === setting.path))
            .map((setting) => (
              <Field key={setting.path} scope={id} setting={setting} published={changed(setting.path)} disabled={running} onChange={change} />
            ))}
          <button
            type="button"
            class="experiment-reset"
            disabled={running || (state.phase.value === 'recorded' && state.changes.value.length === 0 && state.firstSeed.value === 1)}
            onClick={() => void session().then((it) => it.reset())}
          >
            Reset
          </button>
        </div>
        <SettingsForm
          state={state}
          scope={id}
          onOpen={warm}
          onChange={change}
          onUseData={async (own) => (await session()).useData(own)}
          onLeaveData={() => void session().then((it) => it.leaveData())}
        />
      </form>
      <Menus name={name} session={session} onProblem={(why) => (state.notices.value = [why])} />
      <p class="visually-hidden" aria-live="polite" role="status">
        {state.announcement.value}
      </p>
    </div>
  );
}

/** One, a few, and all. */
function seedChoices(all: number): number[] {
  return [...new Set([1, 3, 5, 10, 20, 50, all].filter((count) => count <= all))].sort((a, b) => a - b);
}

/** The session, loaded at the first call and shared by the following ones; a failed load is told and may be tried again. */
function lazySession(props: Props, state: IslandState, live: { current: HTMLElement | null }): () => Promise<Session> {
  let session: Promise<Session> | undefined;
  return () => {
    session ??= load().catch((error: unknown) => {
      session = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      state.notices.value = [`The experiment could not be loaded: ${reason} The recorded result stays readable; try again when the network is back.`];
      throw error;
    });
    return session;
  };
  async function load(): Promise<Session> {
    state.loading.value = true;
    try {
      const { openSession } = await import('./session.ts');
      if (!live.current) throw new Error('The page is being left.');
      return await openSession({ url: props.url, state, live: live.current });
    } finally {
      state.loading.value = false;
    }
  }
}

/** A link to this experiment with changes is followed at once, and whenever the address changes. */
function followLinks(id: string, state: IslandState, session: () => Promise<Session>): () => void {
  const follow = () => {
    const ids = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'), (element) => element.dataset['experimentId'] ?? '');
    const target = linkTarget(location.hash, id, ids);
    if (target.kind === 'unknown') state.notices.value = [target.notice];
    if (target.kind !== 'mine') return;
    document.getElementById(`experiment-${id}`)?.scrollIntoView();
    void session().then(
      (it) => it.followLink(location.hash),
      () => undefined,
    );
  };
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}
