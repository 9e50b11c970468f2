/** The chapters and their experiments, as the sources tell, so that the tests of this folder cover every one of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBeside } from '../../src/cli/library/filesBeside.ts';
import { liesInFiles } from '../../src/datasets/index.ts';
import { idsIn } from '../../src/site/chapters/numbering.ts';
import { readExperiment } from '../../src/experiments/spec/read.ts';
import { settingsOf } from '../../src/experiments/settings/settings.ts';
import type { Setting } from '../../src/experiments/settings/setting.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { findChapters } from '../../src/site/chapters/chapters.ts';

export interface ChapterUnderTest {
  title: string;
  /** Relative to the site's base. */
  url: string;
  experiments: Experiment[];
  /** Those that are read, but not run: MNIST need not be there, and those that train on all of it take minutes. `lab verify` trains them anew. */
  onFiles: Experiment[];
  /** Of the chapter and its experiments, relative to the project's folder. */
  files: string[];
}

const root = join(import.meta.dirname, '../..');

/** Every chapter that has an experiment of any kind. */
export const allChapters: ChapterUnderTest[] = findChapters(root)
  .map(({ title, slug, file }) => {
    const all = idsIn('Experiment', readFileSync(join(root, file), 'utf8')).map(read);
    const onFiles = all.filter(isOnFiles);
    return { title, url: `${slug}/`, experiments: all.filter((experiment) => !isOnFiles(experiment)), onFiles, files: [file, ...all.flatMap(filesOf)] };
  })
  .filter(({ experiments, onFiles }) => experiments.length + onFiles.length > 0);

/** Those with an experiment that can be run. */
export const chapters = allChapters.filter(({ experiments }) => experiments.length > 0);

if (chapters.length === 0) throw new Error('No chapter in content/chapters has an experiment: there is nothing to test.');

/** Every experiment, with the address of its chapter. */
export const allExperiments = chapters.flatMap(({ url, experiments }) => experiments.map((experiment) => ({ url, experiment })));

/** What an experiment's figures and bits follow from, relative to the project's folder. */
export function filesOf({ id }: Experiment): string[] {
  return [`content/experiments/${id}.yaml`, `content/recordings/${id}.json`];
}

/** Settings that a reader can change, because the experiment does not compare them. */
export function changeable(experiment: Experiment): Setting[] {
  return settingsOf(experiment).filter(({ comparedBy }) => comparedBy === undefined);
}

/** The path of the budget, and a small one of about two epochs. */
export function smallBudget(experiment: Experiment): { path: string; value: number } | undefined {
  const small = { 'training.epochs': 2, 'training.updates': 40, 'training.examples': 2000 } as Record<string, number>;
  const path = changeable(experiment).find((setting) => setting.path in small)?.path;
  return path === undefined ? undefined : { path, value: small[path]! };
}

/** The first experiment of any chapter that fulfils a condition. */
export function findExperiment(condition: (experiment: Experiment) => boolean): { url: string; experiment: Experiment } {
  for (const { url, experiments } of chapters) {
    const experiment = experiments.find(condition);
    if (experiment) return { url, experiment };
  }
  throw new Error('No experiment of any chapter has what this test needs.');
}

function isOnFiles({ arms }: Experiment): boolean {
  return arms.some(({ configuration }) => liesInFiles(configuration.dataset));
}

function read(id: string): Experiment {
  const file = `content/experiments/${id}.yaml`;
  return readExperiment(readFileSync(join(root, file), 'utf8'), file, filesBeside(join(root, file)));
}
