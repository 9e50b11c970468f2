/** The spec itself, explicit, as a file that parses to the same experiment. */
import { stringify } from 'yaml';
import { writeExperiment } from '../experiments/spec.ts';
import type { Experiment } from '../experiments/types.ts';
import type { ExportFile } from './exported.ts';

/** `remarks`: lines that stand at the top as comments. */
export function specYaml(experiment: Experiment, remarks: readonly string[] = []): ExportFile {
  const opening = remarks.map((remark) => `# ${remark.replaceAll('\n', ' ')}\n`).join('');
  return { name: `${experiment.id}.yaml`, text: opening + stringify(writeExperiment(experiment)) };
}

/** JSON knows no comments, so that remarks have no place in it. */
export function specJson(experiment: Experiment): ExportFile {
  return { name: `${experiment.id}.json`, text: `${JSON.stringify(writeExperiment(experiment), null, 2)}\n` };
}
