/**
 * An experiment as the site publishes it: its spec with every default filled in, and what was
 * recorded for it. Read at build time; anything missing or stale is an error that stops the build.
 */
import { checkRecording } from '../experiments/record/checkRecording.ts';
import { readExperiment } from '../experiments/spec/read.ts';
import { specHash } from '../experiments/record/record.ts';
import { originOf, type Recording } from '../experiments/record/recording.ts';
import type { Experiment } from '../experiments/spec/experiment.ts';
import { recordedKernel } from './kernelFile.ts';
import { publishedFiles } from './publishedFiles.ts';
import { usableRecording } from './usableRecording.ts';

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
  return checkPublished(experiment, recordings[`/content/recordings/${id}.json`], await recordedKernel());
}

/** Pair an experiment with the text of its recording; `kernel` is the name of the kernel that the site ships. */
export function checkPublished(experiment: Experiment, text: string | undefined, kernel: string): Published {
  const { id } = experiment;
  const recording = usableRecording({
    ...{ what: 'experiment', file: `content/recordings/${id}.json`, text, check: checkRecording, originOf },
    now: { id, spec: specHash(experiment), kernel },
  });
  return { experiment, recording };
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}
