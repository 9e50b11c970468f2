/**
 * The version of the experiment that the reader is working on. It holds the version, makes the steps from one to the
 * next (version.ts), and tells the shell what changed or why nothing did.
 */
import { shapeOf } from '../../../datasets/index.ts';
import { comparedPath, isOpen } from '../../../experiments/change/changeCompared.ts';
import { scaleRemark } from '../../../experiments/configuration/scaleRemark.ts';
import { MOST_RUNS } from '../../../experiments/configuration/limits.ts';
import { secondsPerSeed } from '../../../experiments/plan/estimate.ts';
import { settingsOf } from '../../../experiments/settings/settings.ts';
import { hasSimd } from '../../../kernel/simd.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Json } from '../../../schema/json.ts';
import { decodeHash } from '../../../experiments/change/share.ts';
import { axisTitle } from '../../../figures/data/adapter.ts';
import { formatCount } from '../../../words/format.ts';
import type { IslandState, ShownAxis } from '../state/islandState.ts';
import type { OwnData } from '../ownData/ownData.ts';
import { describeChanges, describeRefusal } from './settingText.ts';
import { publishedVersion, versionOf, withChange, withoutOwnData, withOwnData, type Step, type Version } from './version.ts';

export interface Draft {
  version(): Version;
  /** Returns false, and says why, if the value is refused. */
  change(path: string, value: Json): boolean;
  /** Returns why the experiment cannot take the reader's data, or undefined once it has them. */
  useData(own: OwnData): string | undefined;
  leaveData(): void;
  /** Take the data set that can stand in for the one that is missing; returns false if it cannot. */
  takeOffer(): boolean;
  followLink(hash: string): void;
  newSeed(): void;
  /** The published experiment with seed 1. */
  reset(): void;
}

/** `onChange`: called before another version, or another seed, is shown; `onShown`: after a version is. */
export function openDraft(published: Experiment, state: IslandState, onChange: () => void, onShown: (version: Version) => void): Draft {
  let version = publishedVersion(published);
  state.usualTask.value = shapeOf(published.configuration.dataset).task;
  show();

  function show() {
    state.settings.value = settingsOf(version.experiment);
    state.axes.value = shownAxes(published, version.experiment);
    state.arms.value = armCount(version.experiment);
    state.secondsPerSeed.value = secondsPerSeed(version.experiment);
    state.ownData.value = version.own?.data.file;
    state.dataRemarks.value = {
      made: version.own?.data.data.about?.remarks ?? [],
      unscaled: version.own && scaleRemark(version.experiment.configuration)?.finding,
    };
    state.changes.value = describeChanges(published, version.experiment, version.own?.data.file);
    onShown(version);
  }
  function accept(next: Version) {
    onChange();
    version = next;
    state.notices.value = [];
    show();
  }
  function take(step: Step): boolean {
    if ('version' in step) accept(step.version);
    else state.notices.value = step.refused;
    return 'version' in step;
  }

  return {
    version: () => version,
    change(path, value) {
      const step = withChange(published, version, path, value);
      return take('version' in step ? withinRuns(step, state.seeds.value) : step);
    },
    useData(own) {
      const step = withOwnData(published, version, own);
      if ('refused' in step) return step.refused.join(' ');
      accept(step.version);
      state.notices.value = step.version.own?.adaptations.map(({ why }) => why) ?? [];
      state.announcement.value = `The experiment now learns from ${own.file}.`;
      return undefined;
    },
    leaveData() {
      accept(withoutOwnData(published, version));
      state.announcement.value = 'Back to the published data.';
    },
    takeOffer() {
      const offer = state.offer.value;
      if (!offer || !take(withChange(published, version, 'dataset', offer.name))) return false;
      // As many examples as were asked for, where it can have them.
      const sized = offer.examples === undefined ? undefined : withChange(published, version, 'dataset.examples', offer.examples);
      if (sized && 'version' in sized) accept(sized.version);
      return true;
    },
    followLink(hash) {
      const shared = decodeHash(hash, published);
      state.firstSeed.value = shared.seed ?? 1;
      state.engine.value = shared.engine ?? (hasSimd() ? 'fused' : 'tfjs-cpu');
      accept(shared.changes.length === 0 ? publishedVersion(published) : versionOf(shared.experiment, shared.changes));
      state.notices.value = shared.refused.map(describeRefusal);
    },
    newSeed() {
      const next = state.firstSeed.value + state.seeds.value;
      onChange();
      // The first new seed is one that the recording does not have.
      state.firstSeed.value = next > published.seeds ? next : published.seeds + 1;
      state.announcement.value = `Seed ${state.firstSeed.value}.`;
    },
    reset() {
      state.firstSeed.value = 1;
      accept(publishedVersion(published));
      state.announcement.value = 'Back to the published experiment.';
    },
  };
}

/** Of the present number of seeds. */
function withinRuns(step: { version: Version }, seeds: number): Step {
  const arms = armCount(step.version.experiment);
  if (arms * seeds <= MOST_RUNS) return step;
  const found = `${formatCount(arms)} networks with ${seeds} seeds each make ${formatCount(arms * seeds)} runs`;
  return { refused: [`${found}; allowed: at most ${formatCount(MOST_RUNS)}. Choose fewer values, or fewer seeds.`] };
}

function armCount({ axes }: Experiment): number {
  return axes.reduce((product, { values }) => product * values.length, 1);
}

/** Published values first, then the reader's. */
function shownAxes(published: Experiment, current: Experiment): ShownAxis[] {
  return published.axes.map((axis, index) => {
    const before = axis.values.map(({ label }) => label);
    const now = current.axes[index]!.values.map(({ label }) => label);
    const values = [...new Set([...before, ...now])].map((label) => ({ label, isOn: now.includes(label), isPublished: before.includes(label) }));
    return { path: comparedPath(axis), title: axisTitle(axis.name), values, isOpen: isOpen(axis) };
  });
}
