/** The spec itself, explicit, as a file that parses to the same experiment. */
import { stringify } from 'yaml';
import { writeExperiment } from '../experiments/spec.ts';
import type { Experiment } from '../experiments/types.ts';
import type { ExportFile } from './exported.ts';

export function specYaml(experiment: Experiment): ExportFile {
  return { name: `${experiment.id}.yaml`, text: stringify(writeExperiment(experiment)) };
}

export function specJson(experiment: Experiment): ExportFile {
  return { name: `${experiment.id}.json`, text: `${JSON.stringify(writeExperiment(experiment), null, 2)}\n` };
}
