/**
 * The live part of an experiment: controls, progress, live figures, and what the run says. It comes alive when the reader reaches for it
 * (src/site/intent/clientIntent.ts); TensorFlow.js comes when its engine is run.
 */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { explain } from '../../faults/explain.ts';
import type { Setting } from '../../experiments/settings/setting.ts';
import type { Json } from '../../schema/json.ts';
import type { XAxis } from '../../figures/data/xNames.ts';
import { AxisField } from './controls/AxisField.tsx';
import { EngineField } from './controls/EngineField.tsx';
import { escape } from './controls/escape.ts';
import { Field } from './controls/Field.tsx';
import { ReaderHash } from '../controls/FaultNote.tsx';
import { followHash } from '../controls/followHash.ts';
import { createState, type IslandState } from './state/islandState.ts';
import { linkTarget } from './draft/linkTarget.ts';
import { Menus } from './menus/Menus.tsx';
import { Outcome } from './report/Outcome.tsx';
import { Report } from './report/Report.tsx';
import { SeedFields } from './controls/SeedFields.tsx';
import { openSession, type Session } from './session.ts';
import { SettingsForm } from './controls/SettingsForm.tsx';
import { Timeline } from './controls/Timeline.tsx';
import { MainBar } from './controls/MainBar.tsx';
import { Transport } from './controls/Transport.tsx';

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
  /** Arms of the published experiment. */
  arms: number;
  /** Estimated for it, all arms with one seed, on one core. */
  seconds: number;
  /** What its curves are drawn over, and whether it has any. */
  axis: XAxis;
  axisScale: 'linear' | 'log';
  curves: boolean;
}

export default function ExperimentIsland(props: Props) {
  const { id, name, seeds, controls, arms, seconds, axis, axisScale, curves } = props;
  const state = useMemo(() => createState(controls, arms, seconds, axis, axisScale), []);
  const live = useRef<HTMLDivElement>(null);
  const opened = useRef<Session | undefined>(undefined);
  const session = useMemo(() => lazySession(props, state, live, opened), []);
  const isBusy = state.phase.value === 'running' || state.phase.value === 'paused';
  const shown = state.showsLive.value;
  useEffect(() => followLinks(id, state, session), []);
  useEffect(() => {
    // The recorded figures give way on screen (never on paper): styles/experiment/experiment.css.
    live.current?.closest('.experiment')?.toggleAttribute('data-live', shown);
  }, [shown]);

  useEffect(() => {
    // Its data and workers, before they are needed.
    session().catch(() => undefined);
  }, []);
  // Another try does what was pressed last.
  const act = (action: (session: Session) => unknown) => () =>
    void session()
      .then(action)
      .catch(async (reason: unknown) => (state.failure.value = { error: await explain(reason), again: act(action) }));
  const change = async (path: string, value: Json): Promise<boolean> => {
    try {
      return await (await session()).change(path, value);
    } catch (reason) {
      state.failure.value = { error: await explain(reason), again: () => void change(path, value) };
      return false;
    }
  };
  const changed = (path: string) => state.changes.value.find((entry) => entry.path === path)?.published;
  const settings = state.settings.value;
  const hash = useMemo(() => () => opened.current?.hash(), []);

  return (
    <ReaderHash.Provider value={hash}>
      <div
        class="experiment-live"
        onKeyDown={(event) =>
          escape(
            event,
            isBusy,
            act((it) => it.cancel()),
          )
        }
      >
        <div class="experiment-live-figures" ref={live} hidden={!shown}></div>
        {shown && <Timeline state={state} scope={id} onShow={(step) => act((it) => it.show(step))()} />}
        <Report state={state}>
          <Outcome
            state={state}
            onTakeOffer={act((it) => it.takeOffer())}
            onStandardize={act((it) => it.standardize())}
            onPublished={act((it) => it.backToPublished())}
          />
        </Report>
        <MainBar state={state} onRun={act((it) => it.run())} onPause={act((it) => it.pause())} onResume={act((it) => it.resume())} />
        <form class="experiment-controls" aria-label={`Controls of ${name}`} onSubmit={(event) => event.preventDefault()}>
          <Transport
            state={state}
            onStep={(unit) => act((it) => it.step(unit))()}
            onCancel={act((it) => it.cancel())}
            onMoreSeeds={act((it) => it.moreSeeds())}
            onReset={act((it) => it.reset())}
          />
          <div class="experiment-row">
            <SeedFields state={state} scope={id} recorded={seeds} disabled={isBusy} onNewSeed={act((it) => it.newSeed())} />
            {curves && <AxisField state={state} scope={id} onChange={(to, scale) => act((it) => it.drawOver(to, scale))()} />}
            <EngineField state={state} scope={id} disabled={isBusy} />
            {settings
              .filter((setting) => controls.some((control) => control.path === setting.path))
              .map((setting) => (
                <Field key={setting.path} scope={id} setting={setting} published={changed(setting.path)} disabled={isBusy} onChange={change} />
              ))}
          </div>
          <SettingsForm
            state={state}
            scope={id}
            onChange={change}
            onUseData={async (own) => (await session()).useData(own)}
            onLeaveData={act((it) => it.leaveData())}
          />
        </form>
        <Menus name={name} session={session} />
        <p class="visually-hidden" aria-live="polite" role="status">
          {state.announcement.value}
        </p>
      </div>
    </ReaderHash.Provider>
  );
}

/** The session, loaded at the first call and shared by the following ones; a failed load is told and may be tried again. */
function lazySession(
  props: Props,
  state: IslandState,
  live: { current: HTMLElement | null },
  opened: { current: Session | undefined },
): () => Promise<Session> {
  let session: Promise<Session> | undefined;
  return once;
  function once(): Promise<Session> {
    session ??= load().catch(async (reason: unknown) => {
      session = undefined;
      const error = await explain(reason);
      // What was pressed before stays what another try does.
      state.failure.value = { error, again: state.failure.value?.again ?? (() => void once().catch(() => undefined)) };
      throw error;
    });
    return session;
  }
  async function load(): Promise<Session> {
    state.loading.value = true;
    try {
      if (!live.current) throw new Error('The page is being left.');
      opened.current = await openSession({ url: props.url, state, live: live.current });
      state.failure.value = undefined;
      return opened.current;
    } finally {
      state.loading.value = false;
    }
  }
}

/** A link to this experiment with changes is followed at once, and whenever the address changes. */
function followLinks(id: string, state: IslandState, session: () => Promise<Session>): () => void {
  return followHash((hash) => {
    const ids = Array.from(document.querySelectorAll<HTMLElement>('[data-experiment-id]'), (element) => element.dataset['experimentId'] ?? '');
    const target = linkTarget(hash, id, ids);
    if (target.kind === 'unknown') state.notices.value = [target.notice];
    if (target.kind !== 'mine') return;
    document.getElementById(`experiment-${id}`)?.scrollIntoView();
    const follow = (): void =>
      void session()
        .then((it) => it.followLink(hash))
        .catch(async (reason: unknown) => (state.failure.value = { error: await explain(reason), again: follow }));
    follow();
  });
}
