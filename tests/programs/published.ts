/** Published experiments, cut short: some each day, all at night, so that their programs can be run in other libraries. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurns, today } from '../../src/cli/verify/sample.ts';
import { readExperiment } from '../../src/experiments/spec/read.ts';
import type { Arm } from '../../src/experiments/configuration/arm.ts';
import { updatesOf } from '../../src/experiments/configuration/budget.ts';
import { splitSizes } from '../../src/experiments/configuration/splitSizes.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { filesBeside } from '../../src/cli/library/filesBeside.ts';
import { isWhole, sampled } from '../browser/sample.ts';

const folder = join(import.meta.dirname, '../../content/experiments');

/** Experiments a day. */
const SOME = 2;
/** The only experiments and searches to run, by id, parted by commas: those written since the last night, for instance. Else all whose turn it is. */
const asked = process.env['PROGRAMS_OF']?.split(',');
for (const id of asked ?? []) {
  const files = ['experiments', 'searches'].map((kind) => join(folder, '..', kind, `${id}.yaml`));
  if (!files.some((file) => existsSync(file))) throw new Error(`PROGRAMS_OF names "${id}", which is no experiment and no search.`);
}
export const isAsked = (id: string) => asked === undefined || asked.includes(id);

/** Updates of a run: enough for a wrong rule to show, too few for rounding to grow. */
const UPDATES = 20;
/** Arms of one experiment a day, each of which is compiled anew. */
const ARMS = 3;

/** A few arms of each (at night all), a few updates, one seed, and points of the history within them. */
export const published = experimentsOf(sampled(readdirSync(folder), SOME, (name) => [`content/experiments/${name}`])).map(
  ([id, experiment]) => [id, short(experiment, isWhole ? Infinity : ARMS, UPDATES)] as const,
);

const atNight = experimentsOf(isWhole ? readdirSync(folder) : []);

/** All, at night, with so few updates that what they show is that they run. */
export const publishedAtNight = atNight.map(([id, experiment]) => [id, short(experiment, ARMS, 2)] as const);

/** Likewise, with all arms: a search chooses a label on each axis, and so each arm. Those with pre-training are refused. */
export const tunedAtNight = atNight.filter(([, { arms }]) => arms.every(isOneProgram)).map(([id, experiment]) => [id, short(experiment, Infinity, 2)] as const);

/** What is fetched, MNIST, is too much for the text file of a program. */
function experimentsOf(names: readonly string[]): [id: string, experiment: Experiment][] {
  return names
    .map((name) => {
      const file = join(folder, name);
      return readExperiment(readFileSync(file, 'utf8'), file, filesBeside(file));
    })
    .filter(({ arms }) => arms.every(({ configuration }) => configuration.dataset.name !== 'mnist'))
    .filter(({ id, arms }) => isAsked(id) && arms.some(isOneProgram))
    .map((experiment) => [experiment.id, experiment]);
}

/** Greedy pre-training is a second program, which no export writes. */
function isOneProgram({ configuration }: Arm): boolean {
  return !configuration.pretraining;
}

function short(experiment: Experiment, most: number, updates: number): Experiment {
  const { arms, history } = experiment;
  return {
    ...experiment,
    arms: takeTurns(arms.filter(isOneProgram), most, today()).map((arm) => shortArm(arm, updates)),
    ...(history && { history: { every: Math.min(history.every, updates / 2) } }),
  };
}

function shortArm(arm: Arm, most: number): Arm {
  const { epochs, examples, updates, ...training } = arm.configuration.training;
  const all = updatesOf({ epochs, examples, updates }, splitSizes(arm.configuration).train, training.batchSize);
  return { ...arm, configuration: { ...arm.configuration, training: { ...training, updates: Math.min(all, most) } } };
}
