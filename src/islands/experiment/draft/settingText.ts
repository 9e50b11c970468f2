/** Settings in words. */
import { comparedPath } from '../../../experiments/change/changeCompared.ts';
import { settingsOf } from '../../../experiments/settings/settings.ts';
import type { Setting } from '../../../experiments/settings/setting.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Refusal } from '../../../experiments/change/share.ts';
import { axisTitle } from '../../../figures/data/adapter.ts';
import { formatValue } from '../../../words/format.ts';
import type { ShownChange } from '../state/islandState.ts';

/**
 * Settings of `current` that differ from the published ones; one that the published experiment does not have came with a
 * choice. `ownFile`: the name of the file, where `current` has the reader's own data.
 */
export function describeChanges(published: Experiment, current: Experiment, ownFile?: string): ShownChange[] {
  if (published === current) return [];
  const before = new Map(settingsOf(published).map((setting) => [setting.path, setting]));
  const data = before.get('dataset');
  const own: ShownChange[] =
    ownFile === undefined ? [] : [{ path: 'dataset', label: 'data set', value: `own data, ${ownFile}`, published: data ? valueText(data) : 'other data' }];
  const others = settingsOf(current).flatMap((setting) => {
    const old = before.get(setting.path);
    const value = valueText(setting);
    const publishedText = old ? valueText(old) : 'not there';
    // A choice that comes with another one, and of which nothing is chosen, changes nothing.
    const isNothing = !old && setting.kind === 'choice' && setting.value === 'none';
    return setting.comparedBy !== undefined || value === publishedText || isNothing
      ? []
      : [{ path: setting.path, label: setting.label, value, published: publishedText }];
  });
  const axes = published.axes.flatMap((axis, index): ShownChange[] => {
    const [before, after] = [axis, current.axes[index]!].map(({ values }) => values.map(({ label }) => label).join(', ')) as [string, string];
    return before === after ? [] : [{ path: comparedPath(axis), label: `${axisTitle(axis.name)} compared`, value: after, published: before }];
  });
  return [...own, ...axes, ...others];
}

function valueText(setting: Setting): string {
  if (setting.kind === 'choice') return setting.options.find(({ name }) => name === setting.value)?.title ?? setting.value;
  return formatValue(setting.value);
}

/** A value of a link that was not taken. Shortened: a link may carry anything. */
export function describeRefusal({ key, value, why, unknown }: Refusal): string {
  if (unknown) return `The link’s key “${shortened(key)}” means nothing here and was ignored.`;
  return `The link’s value “${shortened(value)}” for ${shortened(key)} was refused: ${why}. The published value stands.`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 60;
