/** What a link has to say: just what differs from the published experiment. */
import { applySettings } from '../configuration/applySettings.ts';
import type { Change } from './change.ts';
import { comparedPath } from './changeCompared.ts';
import { settingsOf } from '../settings/settings.ts';
import type { Setting } from '../settings/setting.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { Json } from '../../schema/json.ts';

/** The settings that lead from one experiment to the other, as few as will do. */
export function difference(published: Experiment, changed: Experiment): Change[] {
  return [...comparedDifference(published, changed), ...settingsDifference(published, changed)];
}

/** Axes that have other values, by their labels. */
function comparedDifference(published: Experiment, changed: Experiment): Change[] {
  return published.axes.flatMap((axis, index) => {
    const [before, after] = [axis, changed.axes[index]!].map(({ values }) => values.map(({ label }) => label)) as [string[], string[]];
    return before.join(SEPARATOR) === after.join(SEPARATOR) ? [] : [{ path: comparedPath(axis), value: after }];
  });
}

function settingsDifference(published: Experiment, changed: Experiment): Change[] {
  const target = settingsOf(changed).filter(({ comparedBy }) => comparedBy === undefined);
  const before = valuesOf(settingsOf(published));
  // A new choice, or what is switched on, brings its own defaults, which need not be said; among them may be choices.
  const decisive: Setting[] = [];
  let chosen = before;
  for (;;) {
    const fresh = target.filter((setting) => setting.kind !== 'number' && !decisive.includes(setting) && differs(chosen, setting));
    if (fresh.length === 0) break;
    decisive.push(...fresh);
    chosen = valuesAfter(published, decisive) ?? before;
  }
  const differing = target.filter((setting) => decisive.includes(setting) || chosen.get(setting.path) !== textOf(setting.value));
  // Nor need those that a number brings by being no longer 0; where it cannot stand alone, all is said.
  const own = differing.filter((setting) => decisive.includes(setting) || chosen.has(setting.path));
  const implied = valuesAfter(published, own) ?? chosen;
  return differing
    .filter((setting) => own.includes(setting) || implied.get(setting.path) !== textOf(setting.value))
    .map(({ path, value }) => ({ path, value }));
}

function differs(values: Map<string, string>, { path, value }: Setting): boolean {
  return values.has(path) && values.get(path) !== textOf(value);
}

/** All settings once some have been applied; undefined if they cannot be. */
function valuesAfter({ configuration }: Experiment, settings: readonly Setting[]): Map<string, string> | undefined {
  const applied = applySettings(configuration, Object.fromEntries(settings.map(({ path, value }) => [path, value])));
  return 'configuration' in applied ? valuesOf(settingsOf({ configuration: applied.configuration, axes: [] })) : undefined;
}

/** Between compared values in a link: a comma may be part of a label. */
export const SEPARATOR = '~';

/** A value as it stands in a link. */
export function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valuesOf(settings: Setting[]): Map<string, string> {
  return new Map(settings.map(({ path, value }) => [path, textOf(value)]));
}
