/** The published experiments, and whether one that came of hostile input keeps to what is declared. */
import { openLibrary } from '../../src/cli/library/library.ts';
import { parseExperiment, writeExperiment } from '../../src/experiments/spec/spec.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { settingsOf } from '../../src/experiments/settings/settings.ts';
import type { Setting } from '../../src/experiments/settings/setting.ts';
import { must } from './finding.ts';

const library = openLibrary();

export const experiments: Experiment[] = library.ids().map((id) => library.experiment(id));
export const searches = library.searches.ids().map((id) => library.searches.spec(id));

/** Every setting within its range, and the whole as valid when it is written and read again. */
export function checkExperiment(experiment: Experiment): void {
  for (const setting of settingsOf(experiment)) must(isWithin(setting), `${setting.path} is within its range: ${String(setting.value)}`);
  const written = writeExperiment(experiment);
  must(JSON.stringify(writeExperiment(parseExperiment(written, `${experiment.id}.yaml`))) === JSON.stringify(written), 'it reads as it was written');
}

function isWithin(setting: Setting): boolean {
  const inRange = (value: number, { min, max, exclusiveMin, exclusiveMax, integer }: Extract<Setting, { kind: 'number' }>['range']) =>
    Number.isFinite(value) &&
    (exclusiveMin ? value > min : value >= min) &&
    (exclusiveMax ? value < max : value <= max) &&
    (!integer || Number.isInteger(value));
  switch (setting.kind) {
    case 'number':
      return inRange(setting.value, setting.range);
    case 'numbers':
      return inRange(setting.value.length, setting.length) && setting.value.every((value) => inRange(value, setting.range));
    case 'choice':
      return setting.options.some(({ name }) => name === setting.value);
    case 'boolean':
      return typeof setting.value === 'boolean';
  }
}
