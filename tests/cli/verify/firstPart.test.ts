import { expect, test } from 'vitest';
import { firstPart, firstPartDifference } from '../../../src/cli/verify/firstPart.ts';
import { makeRecording } from '../../../src/experiments/record/record.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { fusedEngine } from '../../../src/engines/fused/fused.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, circlesSpec } from '../../experiments/examples.ts';

const kernel = await loadKernel();
const engine = fusedEngine(kernel);
const spec = (training: object = {}) => circlesExperiment({ compare: { 'training.batchSize': [10, 20] }, training: { ...circlesSpec.training, ...training } });
/** As if it took long. */
const long = (experiment: Experiment, seed = 1) => firstPart(expand(experiment, [seed])[0]!, experiment, 0);

test('a short run has none, and neither has one that looks to its end', () => {
  const [run] = expand(spec(), [1]);
  expect(firstPart(run!, spec())).toBeUndefined();
  expect(long(spec())?.arm.configuration.training.epochs).toBe(1);
  expect(long(spec(), 2)).toBeUndefined();
  expect(long(spec({ schedule: { name: 'cosine' } }))).toBeUndefined();
  expect(long(spec({ epochs: undefined, updates: 50 }))).toBeUndefined();
});

test('where the history has points of its own, the part ends at the first of them', async () => {
  const experiment = circlesExperiment({ compare: { 'training.batchSize': [10, 20] }, history: { every: 7 } });
  const first = long(experiment)!;
  expect(first.arm.configuration.training).toMatchObject({ updates: 7 });
  expect(first.arm.configuration.training.epochs).toBeUndefined();
  const results = await Promise.all(expand(experiment, [1]).map((run) => trainRun(run, engine, kernel)));
  const begun = await trainRun(first, engine, kernel);
  expect(firstPartDifference(experiment, makeRecording(experiment, results, 'k'), begun)).toBeUndefined();
});

test('the first epoch of the whole run is where the recorded curve says', async () => {
  const experiment = spec();
  const results = await Promise.all(expand(experiment, [1]).map((run) => trainRun(run, engine, kernel)));
  const recording = makeRecording(experiment, results, 'k');
  const begun = await trainRun(long(experiment)!, engine, kernel);
  expect(firstPartDifference(experiment, recording, begun)).toBeUndefined();
  recording.arms[0]!.curve.first[1]! *= 1.0001;
  expect(firstPartDifference(experiment, recording, begun)).toMatch(/^10, seed 1, first epoch gives 0\.\d+, recorded is 0\.\d+$/);
});
