/**
 * An experiment as the site publishes it: its spec with every default filled in, and what was
 * recorded for it. Read at build time; anything missing or stale is an error that stops the build.
 */
import { checkRecording } from '../experiments/record/checkRecording.ts';
import { readExperiment } from '../experiments/spec/read.ts';
import { specHash } from '../experiments/record/record.ts';
import type { Recording } from '../experiments/record/recording.ts';
import type { Experiment } from '../experiments/types.ts';
import { kernelHash } from './kernelFile.ts';
import { publishedFiles } from './publishedFiles.ts';

export interface Published {
  experiment: Experiment;
  recording: Recording;
}

const specs = import.meta.glob<string>('/content/experiments/*.yaml', { query: '?raw', import: 'default', eager: true });
const recordings = import.meta.glob<string>('/content/recordings/*.json', { query: '?raw', import: 'default', eager: true });
const cache = new Map<string, Promise<Published>>();

/** Ids of all experiments, in alphabetical order. */
export const publishedIds: string[] = Object.keys(specs).map(idOf).sort();

/** One experiment with its recording. Throws if there is no such experiment, or no recording that fits it. */
export function published(id: string): Promise<Published> {
  let entry = cache.get(id);
  if (!entry) {
    entry = load(id);
    if (!import.meta.env.DEV) cache.set(id, entry);
  }
  return entry;
}

async function load(id: string): Promise<Published> {
  const file = `/content/experiments/${id}.yaml`;
  const text = specs[file];
  if (text === undefined) {
    throw new Error(`There is no experiment "${id}": ${file.slice(1)} does not exist. There are: ${publishedIds.join(', ') || 'none'}.`);
  }
  const experiment = readExperiment(text, file.slice(1), publishedFiles);
  return checkPublished(experiment, recordings[`/content/recordings/${id}.json`], await kernelHash());
}

/** Pair an experiment with the text of its recording; `kernel` is the hash of the kernel that the site ships. */
export function checkPublished(experiment: Experiment, text: string | undefined, kernel: string): Published {
  const { id } = experiment;
  const remedy = `Run: npm run -s lab -- record ${id}`;
  if (text === undefined) throw new Error(`Experiment "${id}" has no recording: content/recordings/${id}.json does not exist. ${remedy}`);
  const checked = checkRecording(text);
  if ('problem' in checked) throw new Error(`The recording of experiment "${id}" cannot be used: ${checked.problem}. ${remedy}`);
  const { recording } = checked;
  const stale = (what: string) => new Error(`The recording of experiment "${id}" is stale: ${what} ${remedy}`);
  if (recording.experiment !== id) throw stale(`it says that it belongs to "${recording.experiment}".`);
  const spec = specHash(experiment);
  if (recording.spec !== spec) throw stale(`it was made from another version of the spec (${recording.spec}, now ${spec}).`);
  if (recording.kernel !== kernel) throw stale(`it was made with another kernel (${recording.kernel}, now ${kernel}).`);
  const failed = recording.judgements.find((judgement) => judgement.outcome !== judgement.expected);
  if (failed) {
    throw new Error(
      `Experiment "${id}": the claim “${failed.claim}” is expected to be ${failed.expected}, but the recording says ${failed.outcome} ` +
        `(${failed.agree} of ${failed.seeds} seeds).`,
    );
  }
  return { experiment, recording };
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}
