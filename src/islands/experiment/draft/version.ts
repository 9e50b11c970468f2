/** What a reader has made of the published experiment: changes of settings, and data of their own. Pure: every step gives a new version. */
import { changeExperiment, type Change, type Changed } from '../../../experiments/change/change.ts';
import { comparedPath } from '../../../experiments/change/changeCompared.ts';
import { fitToData, type Adaptation } from '../../../experiments/change/fitToData.ts';
import { valuesThatFit } from '../../../experiments/change/valuesThatFit.ts';
import { observationOf } from '../../../experiments/spec/observe.ts';
import { settingsOf } from '../../../experiments/settings/settings.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Json } from '../../../schema/json.ts';
import type { Observation } from '../../../experiments/train/observation.ts';
import type { OwnData } from '../ownData/ownData.ts';

export interface Version {
  experiment: Experiment;
  /** What its runs report beyond the usual. */
  observe?: Observation | undefined;
  /** Made by the reader; these are what a link carries. */
  changes: Change[];
  /** The reader's data, and what had to be changed for them. */
  own?: { data: OwnData; adaptations: Adaptation[] };
}

/** `refused`: sentences that say why. */
export type Step = { version: Version } | { refused: string[] };

export function publishedVersion(published: Experiment): Version {
  return versionOf(published, []);
}

export function withChange(published: Experiment, { changes, own }: Version, path: string, value: Json): Step {
  // A new choice brings its own hyperparameters: changes to those of the old one go.
  const others = changes.filter((change) => change.path !== path && !change.path.startsWith(`${path}.`));
  const asPublished = JSON.stringify(publishedValue(published, path)) === JSON.stringify(value);
  const adapted = own?.adaptations.some((adaptation) => adaptation.path === path) ?? false;
  return build(published, asPublished && !adapted ? others : [...others, { path, value }], own);
}

/** Of a setting, or the labels of what is compared. */
function publishedValue(published: Experiment, path: string): Json | undefined {
  const axis = published.axes.find((candidate) => comparedPath(candidate) === path);
  return axis ? axis.values.map(({ label }) => label) : settingsOf(published).find((candidate) => candidate.path === path)?.value;
}

/** What of the experiment does not fit the data is adapted; the reader's changes to the old data go. */
export function withOwnData(published: Experiment, { changes }: Version, data: OwnData): Step {
  const kept = changes.filter(({ path }) => path !== 'dataset' && !path.startsWith('dataset.'));
  const base = changeExperiment(published, kept);
  const { configuration, axes } = 'experiment' in base ? base.experiment : published;
  const fitted = fitToData(configuration, data.data);
  const settings = Object.fromEntries(fitted.map(({ path, value }) => [path, value]));
  const adaptations = [...fitted, ...valuesThatFit({ configuration, axes }, { ...settings, dataset: data.data as unknown as Json })];
  const others = kept.filter(({ path }) => !adaptations.some((adaptation) => path === adaptation.path || path.startsWith(`${adaptation.path}.`)));
  return build(published, others, { data, adaptations });
}

/** Back to the published data. Changes that fitted the reader's data alone go, too. */
export function withoutOwnData(published: Experiment, { changes }: Version): Version {
  const step = build(published, changes, undefined);
  return 'version' in step ? step.version : publishedVersion(published);
}

/** What a link can carry: everything but the reader's data and what was adapted to them. */
export function shareable(published: Experiment, version: Version): Experiment {
  return version.own ? withoutOwnData(published, version).experiment : version.experiment;
}

export function versionOf(experiment: Experiment, changes: Change[], own?: Version['own']): Version {
  return { experiment, observe: observationOf(experiment), changes, ...(own && { own }) };
}

function build(published: Experiment, changes: Change[], own: Version['own']): Step {
  if (changes.length === 0 && !own) return { version: publishedVersion(published) };
  const data: Change[] = own ? [{ path: 'dataset', value: own.data.data as unknown as Json }, ...own.adaptations] : [];
  const changed: Changed = changeExperiment(published, [...data, ...changes]);
  if ('experiment' in changed) return { version: versionOf(changed.experiment, changes, own) };
  // The same value is refused in every arm that has it; once is enough.
  const problems = changed.problems.filter(
    ({ found, allowed }, index, all) => all.findIndex((other) => other.found === found && other.allowed === allowed) === index,
  );
  return { refused: problems.map(({ path, found, allowed }) => `${path}: ${found} is refused; allowed: ${allowed}.`) };
}
