/** Where experiments and recordings are, and how they are read and written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatRecording } from '../experiments/formatRecording.ts';
import { readExperiment } from '../experiments/read.ts';
import type { Recording } from '../experiments/recording.ts';
import type { Experiment } from '../experiments/types.ts';
import { filesBeside } from './filesBeside.ts';
import { UserError } from './userError.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

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
}

/** `content`: the folder that holds `experiments/` and `recordings/`. Defaults to the project's own. */
export function openLibrary(content = CONTENT): Library {
  const experiments = join(content, 'experiments');
  const recordings = join(content, 'recordings');
  const published = (id: string) => join(experiments, `${id}.yaml`);
  const ids = () => namesIn(experiments, '.yaml');
  return {
    ids,
    experiment(fileOrId) {
      const file = /[/\\]|\.(ya?ml|json)$/.test(fileOrId) ? resolve(fileOrId) : published(fileOrId);
      if (!existsSync(file)) {
        throw new UserError(`There is no experiment "${fileOrId}". Give a YAML or JSON file, or one of: ${ids().join(', ') || 'none is published yet'}.`);
      }
      return readExperiment(readFileSync(file, 'utf8'), shorter(file), filesBeside(file));
    },
    recorded: () => namesIn(recordings, '.json'),
    recording(id) {
      const file = join(recordings, `${id}.json`);
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Recording;
      } catch (error) {
        throw new UserError(`${shorter(file)} cannot be read (${(error as Error).message}). Make it anew: npm run -s lab -- record ${id}`);
      }
    },
    writeRecording(recording) {
      mkdirSync(recordings, { recursive: true });
      const file = join(recordings, `${recording.experiment}.json`);
      // Written beside it and renamed, so that an interrupted run leaves the old recording whole.
      const temporary = `${file}.${process.pid}.tmp`;
      writeFileSync(temporary, formatRecording(recording));
      renameSync(temporary, file);
    },
  };
}

function namesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => basename(name, extension))
    .sort();
}

/** The path as a person would type it. */
function shorter(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
