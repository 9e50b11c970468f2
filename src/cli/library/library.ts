/** Where experiments, searches and recordings are, and how they are read and written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRecording } from '../../experiments/record/checkRecording.ts';
import { kernelName, parseKernelStamp, type KernelStamp } from '../../experiments/record/kernelStamp.ts';
import { checkMapRecording, type MapRecording } from '../../experiments/maps/mapRecording.ts';
import { readExperiment } from '../../experiments/spec/read.ts';
import type { Recording } from '../../experiments/record/recording.ts';
import { toFile } from '../../experiments/record/recordingFile.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { checkSearchRecording } from '../../search/results/checkSearchRecording.ts';
import { readSearch } from '../../search/spec/readSearch.ts';
import type { Search } from '../../search/search.ts';
import type { SearchRecording } from '../../search/results/searchRecording.ts';
import { filesBeside } from './filesBeside.ts';
import { openShelf, shorter, type Shelf } from './shelf.ts';
import { UserError } from '../userError.ts';
import { writeWhole } from './writeWhole.ts';

/** Ids are addresses and file names. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));

export interface Library {
  /** Ids of the published experiments, sorted. */
  ids(): string[];
  /** By id, or by the path of a YAML or JSON file. Throws a SpecError or a UserError. */
  experiment(fileOrId: string): Experiment;
  /** Ids that have a recording, sorted. */
  recorded(): string[];
  /** Throws a UserError if the file cannot be understood. */
  recording(id: string): Recording;
  writeRecording(recording: Recording): void;
  /** Writes a new experiment's file and returns its path. Throws a UserError if the id cannot be one, or is taken. */
  writeExperiment(id: string, text: string): string;
  searches: Shelf<Search, SearchRecording>;
  /** Experiments with what was recorded of their maps. */
  maps: Shelf<Experiment, MapRecording>;
  /** By which recordings know the kernel with this hash. Throws a UserError if kernel.json cannot be understood. */
  kernelName(hash: string): string;
  writeKernelStamp(stamp: KernelStamp): void;
  /** Folder for the runs of a recording under way, by the id of its experiment or search; not committed. */
  unfinished(id: string): string;
}

/** `content`: the folder that holds `experiments/`, `searches/`, `recordings/` and `kernel.json`. Defaults to the project's own. */
export function openLibrary(content = CONTENT): Library {
  const folder = join(content, 'experiments');
  const recordings = join(content, 'recordings');
  const stampFile = join(content, 'kernel.json');
  const experiments = openShelf<Experiment, Recording>({
    ...{ what: 'experiment', specs: folder, recordings, check: checkRecording, toFile },
    read: (text, file) => readExperiment(text, file, filesBeside(resolve(file))),
  });
  const maps = openShelf<Experiment, MapRecording>({
    ...{ what: 'map', specs: folder, recordings: join(recordings, 'maps'), check: checkMapRecording, toFile: (recording) => recording },
    read: (text, file) => readExperiment(text, file, filesBeside(resolve(file))),
  });
  const searches = openShelf<Search, SearchRecording>({
    ...{ what: 'search', specs: join(content, 'searches'), recordings: join(recordings, 'searches'), check: checkSearchRecording },
    toFile: (recording) => recording,
    read: (text, file) => readSearch(text, file, filesBeside(resolve(file))),
  });
  return {
    ids: () => experiments.ids(),
    experiment: (fileOrId) => experiments.spec(fileOrId),
    recorded: () => experiments.recorded(),
    recording: (id) => experiments.recording(id),
    writeRecording: (recording) => experiments.writeRecording(recording.experiment, recording),
    writeExperiment(id, text) {
      if (!ID.test(id)) throw new UserError(`"${id}" cannot be an id; allowed: small letters, digits and single hyphens between them, for example batch-size.`);
      const file = experiments.fileOf(id);
      if (existsSync(file)) throw new UserError(`${shorter(file)} is there already; it is left as it is.`);
      mkdirSync(folder, { recursive: true });
      // `wx`: also what came to be there a moment ago is left as it is.
      writeFileSync(file, text, { flag: 'wx' });
      return shorter(file);
    },
    searches,
    maps,
    kernelName(hash) {
      try {
        return kernelName(hash, parseKernelStamp(existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined));
      } catch (error) {
        throw new UserError((error as Error).message);
      }
    },
    unfinished: (id) => join(content, '.unfinished', id),
    // In the form that the formatter leaves as it is.
    writeKernelStamp: ({ recorded, verified }) =>
      writeWhole(stampFile, `{ "recorded": ${JSON.stringify(recorded)}, "verified": ${JSON.stringify(verified)} }\n`),
  };
}
