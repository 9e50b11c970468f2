/** One kind of published specs and what was recorded for them: experiments, or searches. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { formatRecording } from '../../experiments/record/formatRecording.ts';
import { UserError } from '../userError.ts';
import { writeWhole } from './writeWhole.ts';

export interface Shelf<Spec, Recorded> {
  /** Of the published specs, sorted. */
  ids(): string[];
  /** By id, or by the path of a YAML or JSON file. Throws a SpecError or a UserError. */
  spec(fileOrId: string): Spec;
  /** Ids that have a recording, sorted. */
  recorded(): string[];
  /** Throws a UserError if the file cannot be understood. */
  recording(id: string): Recorded;
  writeRecording(id: string, recording: Recorded): void;
  fileOf(id: string): string;
}

export interface ShelfOptions<Spec, Recorded> {
  /** "experiment" */
  what: string;
  /** Folders. */
  specs: string;
  recordings: string;
  read(text: string, file: string): Spec;
  check(text: string): { recording: Recorded } | { problem: string };
  /** What stands in the file. */
  toFile(recording: Recorded): object;
}

export function openShelf<Spec, Recorded extends object>({
  what,
  specs,
  recordings,
  read,
  check,
  toFile,
}: ShelfOptions<Spec, Recorded>): Shelf<Spec, Recorded> {
  const published = (id: string) => join(specs, `${id}.yaml`);
  const ids = () => namesIn(specs, '.yaml');
  return {
    ids,
    fileOf: published,
    spec(fileOrId) {
      const isPath = /[/\\]|\.(ya?ml|json)$/.test(fileOrId);
      const file = isPath || (isFolder(fileOrId) && !ids().includes(fileOrId)) ? resolve(fileOrId) : published(fileOrId);
      if (isFolder(file)) throw new UserError(`Found ${fileOrId}, a folder; allowed: the YAML or JSON file of one ${what}, or its id.`);
      if (!existsSync(file)) {
        if (isPath) throw new UserError(`There is no file ${fileOrId}. Give the YAML or JSON file of one ${what}, or its id.`);
        throw new UserError(`There is no ${what} "${fileOrId}". Give a YAML or JSON file, or one of: ${ids().join(', ') || 'none is published yet'}.`);
      }
      return read(readFileSync(file, 'utf8'), shorter(file));
    },
    recorded: () => namesIn(recordings, '.json'),
    recording(id) {
      const file = join(recordings, `${id}.json`);
      const checked = check(readFileSync(file, 'utf8'));
      if ('recording' in checked) return checked.recording;
      throw new UserError(`${shorter(file)} cannot be used: ${checked.problem}. Make it anew: npm run -s lab -- record ${id}`);
    },
    writeRecording(id, recording) {
      writeWhole(join(recordings, `${id}.json`), formatRecording(toFile(recording)));
    },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The path as a person would type it. */
export function shorter(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

function namesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => basename(name, extension))
    .sort();
}
