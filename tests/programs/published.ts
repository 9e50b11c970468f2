/** Published experiments, cut short: some each day, all at night, so that their programs can be run in other libraries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurns, today } from '../../src/cli/verify/sample.ts';
import { idOf } from '../../src/experiments/spec/spec.ts';
import { readExperiment } from '../../src/experiments/spec/read.ts';
import type { Arm } from '../../src/experiments/configuration/arm.ts';
import { updatesOf } from '../../src/experiments/configuration/budget.ts';
import { splitSizes } from '../../src/experiments/configuration/splitSizes.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { filesBeside } from '../../src/cli/library/filesBeside.ts';
import { sampled } from '../browser/sample.ts';

const folder = join(import.meta.dirname, '../../content/experiments');

/** Experiments a day. */
const SOME = 2;
/** Updates of a run: enough for a wrong rule to show, too few for rounding to grow. */
const UPDATES = 20;
/** Arms of one experiment, each of which is compiled anew. */
const ARMS = 3;
/** Data sets that are fetched, and too much for a text file. */
const TOO_LARGE = ['mnist'];
/** At rates at which training is not stable: rounding grows tenfold in a few updates. */
const UNSTABLE = ['batch-size-scaled-rate'];

export const published: [id: string, experiment: Experiment][] = sampled(
  readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => [idOf(file), readExperiment(readFileSync(file, 'utf8'), file, filesBeside(file))] as [string, Experiment])

    .filter(([id, { arms }]) => !UNSTABLE.includes(id) && arms.every(({ configuration }) => !TOO_LARGE.includes(configuration.dataset.name))),
  SOME,
  ([id]) => [`content/experiments/${id}.yaml`],
).map(([id, experiment]) => [id, short(experiment)]);

/** A few arms, a few updates, one seed, and points of the history within them. */
function short(experiment: Experiment): Experiment {
  const { arms, history } = experiment;
  // Greedy pre-training is a second program, which no export writes.
  const whole = arms.filter(({ configuration }) => !configuration.pretraining);
  return {
    ...experiment,
    arms: takeTurns(whole, ARMS, today()).map(shortArm),
    ...(history && { history: { every: Math.min(history.every, UPDATES / 2) } }),
  };
}

function shortArm(arm: Arm): Arm {
  const { epochs, examples, updates, ...training } = arm.configuration.training;
  const all = updatesOf({ epochs, examples, updates }, splitSizes(arm.configuration).train, training.batchSize);
  return { ...arm, configuration: { ...arm.configuration, training: { ...training, updates: Math.min(all, UPDATES) } } };
}
