/** Where experiments and recordings are, and how they are read and written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRecording } from '../experiments/checkRecording.ts';
import { formatRecording } from '../experiments/formatRecording.ts';
import { readExperiment } from '../experiments/read.ts';
import type { Recording } from '../experiments/recording.ts';
import type { Experiment } from '../experiments/types.ts';
import { filesBeside } from './filesBeside.ts';
import { UserError } from './userError.ts';

/** Ids are addresses and file names. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

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
  /** Writes a new experiment's file and returns its path. Throws a UserError if the id cannot be one, or is taken. */
  writeExperiment(id: string, text: string): string;
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
      const checked = checkRecording(readFileSync(file, 'utf8'));
      if ('recording' in checked) return checked.recording;
      throw new UserError(`${shorter(file)} cannot be used: ${checked.problem}. Make it anew: npm run -s lab -- record ${id}`);
    },
    writeExperiment(id, text) {
      if (!ID.test(id)) throw new UserError(`"${id}" cannot be an id; allowed: small letters, digits and single hyphens between them, for example batch-size.`);
      const file = published(id);
      if (existsSync(file)) throw new UserError(`${shorter(file)} is there already; it is left as it is.`);
      mkdirSync(experiments, { recursive: true });
      // `wx`: also what came to be there a moment ago is left as it is.
      writeFileSync(file, text, { flag: 'wx' });
      return shorter(file);
    },
    writeRecording(recording) {
      mkdirSync(recordings, { recursive: true });
      const file = join(recordings, `${recording.experiment}.json`);
      // Written beside it and renamed, so that an interrupted run leaves the old recording whole.
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        writeFileSync(temporary, formatRecording(recording));
        renameSync(temporary, file);
      } finally {
        rmSync(temporary, { force: true });
      }
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
