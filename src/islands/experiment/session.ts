/**
 * What an island does once the reader shows intent. Loaded by ExperimentIsland.tsx; everything heavy hangs on this file.
 *
 *   draft.ts ─ the reader's version ─▶ running.ts ─ a trial (trial.ts) ─▶ liveFigures.ts, liveVerdict.ts, trialReport.ts
 *
 * What changes settings and what judges know the whole of a spec, and are as much code as all the rest: they come after the first curve, or
 * when they are asked for.
 */
import { afterFirst } from '../controls/afterFirst.ts';
import { createPending } from '../controls/pending.ts';
import { once } from '../controls/once.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { hasSimd } from '../../kernel/simd.ts';
import type { Json } from '../../schema/json.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import type { XAxis } from '../../figures/data/xNames.ts';
import type { Draft } from './draft/draft.ts';
import { fetchIslandData, type IslandData } from './state/islandData.ts';
import { seedHash } from './draft/seedHash.ts';
import type { IslandState } from './state/islandState.ts';
import type { OwnData } from './ownData/ownData.ts';
import { drawRecordedCurves } from './figures/recordedCurves.ts';
import { openRunning } from './running.ts';
import { loadJudge } from './trial/liveVerdict.ts';
import type { StepUnit, Trial } from './trial/trial.ts';
import type { Version } from './draft/version.ts';

export interface Session extends Readonly<Pick<IslandData, 'recording' | 'context' | 'publication'>> {
  readonly published: Experiment;
  /** The experiment as the reader has it now. */
  version(): Version;
  /** What was run last, or is running; undefined while the recorded result is shown. */
  trial(): Trial | undefined;
  /** Of the trial, once it is over. */
  results(): RunResult[] | undefined;
  run(): Promise<void>;
  pause(): void;
  resume(): void;
  step(unit: StepUnit): Promise<void>;
  cancel(): void;
  moreSeeds(): Promise<void>;
  /** Show the figures as they were after `step` updates; undefined: as they are. */
  show(step: number | undefined): void;
  /** Back to step 0 of the same seed, and to the recorded figures. */
  reset(): void;
  /** Back to the published experiment, seed 1, recorded figures. */
  backToPublished(): Promise<void>;
  newSeed(): Promise<void>;
  /** Returns false, and says why, if the value is refused. */
  change(path: string, value: Json): Promise<boolean>;
  /** Resolves to why the experiment cannot take the reader's data, or undefined once it has them. */
  useData(own: OwnData): Promise<string | undefined>;
  leaveData(): Promise<void>;
  /** Scale the features of the reader's data, and labels that are numbers. */
  standardize(): Promise<void>;
  /** Run on the data set that can stand in for the one that is missing. */
  takeOffer(): Promise<void>;
  followLink(hash: string): Promise<void>;
  /** Draw the curves over another axis or on another scale of it, recorded and live. */
  drawOver(axis: XAxis, scale: 'linear' | 'log'): void;
  /** The reader's version, with seed and engine, as the hash of a link. */
  hash(): string;
}

interface Options {
  url: string;
  state: IslandState;
  /** Where live figures go. */
  live: HTMLElement;
}

const WITHOUT_SIMD =
  'This browser has no SIMD in its WebAssembly, which the fused engine needs. TensorFlow.js trains here instead: slower, and equal to what was recorded but for rounding.';

export async function openSession({ url, state, live }: Options): Promise<Session> {
  const data = await fetchIslandData(url);
  const running = openRunning(data, state, live);
  if (!hasSimd()) {
    state.engine.value = 'tfjs-cpu';
    state.notices.value = [WITHOUT_SIMD];
  }
  const published: Version = { experiment: data.experiment, observe: data.observe, changes: [] };
  let draft: Draft | undefined;
  let hash = () => seedHash(published.experiment.id, state);
  const editing = once(async (): Promise<Draft> => {
    const [{ openDraft }, { islandHash }] = await Promise.all([import('./draft/draft.ts'), import('./draft/islandHash.ts')]);
    const opened = (draft = openDraft(data.experiment, state, running.clear, running.tellData));
    hash = () => islandHash(data.experiment, opened.version(), state);
    return opened;
  });
  const version = () => draft?.version() ?? published;
  const changes = createPending();
  const edit = <Done>(act: (it: Draft) => Done): Promise<Done> => changes.add(editing().then(act));
  /** What was changed before is part of it. */
  const afterChanges = async (act: () => Promise<void>) => {
    if (changes.settled) await changes.settled;
    await act();
  };

  running.tellData(published);
  afterFirst(running.isBusy, state.showsLive, () => {
    editing().catch(() => undefined);
    loadJudge().catch(() => undefined);
  });

  const run = () => afterChanges(() => running.run(version()));
  return {
    published: data.experiment,
    recording: data.recording,
    context: data.context,
    publication: data.publication,
    version,
    trial: running.trial,
    results: running.results,
    run,
    pause: running.pause,
    resume: running.resume,
    step: (unit) => afterChanges(() => running.step(version(), unit)),
    cancel: running.cancel,
    moreSeeds: running.moreSeeds,
    show: running.show,
    reset() {
      running.clear();
      state.announcement.value = `Back to the start, seed ${state.firstSeed.value}.`;
    },
    backToPublished: () => edit((it) => it.reset()),
    newSeed: () => edit((it) => it.newSeed()),
    change: (path, value) => edit((it) => it.change(path, value)),
    useData: (own) => edit((it) => it.useData(own)),
    leaveData: () => edit((it) => it.leaveData()),
    standardize: () =>
      edit((it) => {
        it.change('scaling.features', 'standardize');
        if (it.version().own?.data.data.task === 'regression') it.change('scaling.labels', 'standardize');
      }),
    async takeOffer() {
      if (await edit((it) => it.takeOffer())) await run();
    },
    followLink: (link) =>
      edit((it) => {
        if (!running.isBusy()) it.followLink(link);
      }),
    drawOver(axis, scale) {
      state.axis.value = axis;
      state.axisScale.value = scale;
      // Recordings hold no times.
      void drawRecordedCurves(live.closest('.experiment'), data, axis === 'time' ? data.experiment.show.x : axis, scale);
      running.redraw();
    },
    hash: () => hash(),
  };
}
