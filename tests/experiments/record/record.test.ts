import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand, seedsUpTo } from '../../../src/experiments/spec/expand.ts';
import { checkRecording } from '../../../src/experiments/record/checkRecording.ts';
import { formatRecording } from '../../../src/experiments/record/formatRecording.ts';
import { CURVE_POINTS, makeRecording, specHash } from '../../../src/experiments/record/record.ts';
import { toFile } from '../../../src/experiments/record/recordingFile.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import type { RunResult } from '../../../src/experiments/train/result.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, eckerleExperiment } from '../examples.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);

async function runAll(experiment: Experiment, seeds = experiment.seeds): Promise<RunResult[]> {
  const results: RunResult[] = [];
  for (const run of expand(experiment, seedsUpTo(seeds))) results.push(await trainRun(run, fused, kernel));
  return results;
}

const comparison = circlesExperiment({
  compare: { 'training.batchSize': [10, 40] },
  seeds: 5,
  verdict: { metric: 'loss', split: 'train', ascending: [10, 40] },
});

test('two recordings of one experiment are the same text', async () => {
  const record = async () => formatRecording(toFile(makeRecording(comparison, await runAll(comparison), 'kernel')));
  const text = await record();
  expect(await record()).toBe(text);
  // What is read is what was made, to the order of its keys.
  const made = makeRecording(comparison, await runAll(comparison), 'kernel');
  const read = checkRecording(text);
  expect(JSON.stringify('recording' in read && read.recording)).toBe(JSON.stringify(made));
});

test('what a recording says of an arm', async () => {
  const results = await runAll(comparison);
  const { arms, judgements, spec } = makeRecording(comparison, results, 'kernel');
  const [small, large] = arms;
  expect(spec).toBe(specHash(comparison));
  expect([small!.label, large!.label]).toEqual(['10', '40']);
  // 2-4-2: (2 + 1)·4 + (4 + 1)·2 parameters; 80 examples make 8 or 2 updates an epoch, 3 epochs.
  expect(small).toMatchObject({ parameterCount: 22, updates: 24, epochs: 3, examplesSeen: 240 });
  expect(large).toMatchObject({ parameterCount: 22, updates: 6, epochs: 3, examplesSeen: 240 });
  expect(small!.runs.map(({ seed, ending }) => `${seed} ${ending}`)).toEqual([1, 2, 3, 4, 5].map((seed) => `${seed} finished`));
  const own = results.filter(({ arm }) => arm === '10');
  own.forEach(({ digest, history }, i) => {
    expect(small!.runs[i]!.digest).toBe(digest);
    expect(small!.runs[i]!.final['train.loss']).toBeCloseTo(history.columns[0]!.values.at(-1)!, 8);
    expect(small!.runs[i]!.best['validation.accuracy']).toBeCloseTo(Math.max(...history.columns[3]!.values), 8);
  });
  // Median of five: the third.
  const finals = own.map(({ history }) => history.columns[0]!.values.at(-1)!).sort((a, b) => a - b);
  expect(small!.curve.step).toEqual([0, 8, 16, 24]);
  expect(small!.curve.median.at(-1)).toBeCloseTo(finals[2]!, 8);
  expect(small!.curve.low.at(-1)).toBeCloseTo(finals[1]!, 8);
  expect(small!.curve.high.at(-1)).toBeCloseTo(finals[3]!, 8);
  expect(small!.curve.first.at(-1)).toBeCloseTo(own[0]!.history.columns[0]!.values.at(-1)!, 8);
  expect(judgements).toHaveLength(1);
});

test('a run that went back to its best epoch is recorded by that epoch; probes of the first seed come along', async () => {
  const experiment = circlesExperiment({
    // No epoch after the first is better by a thousand.
    training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 10, epochs: 9, earlyStopping: { patience: 2, minDelta: 1000 } },
    seeds: 2,
    metrics: ['confusionMatrix'],
    probes: ['gradients'],
  });
  const results = await runAll(experiment);
  const [arm] = makeRecording(experiment, results, 'kernel').arms;
  arm!.runs.forEach(({ stop, final }, i) => {
    expect(stop).toEqual({ epoch: 3, best: 1, stopped: true, restored: true });
    expect(final['train.loss']).toBeCloseTo(results[i]!.history.columns[0]!.values[1]!, 8);
  });
  expect(arm!.confusion!.train!.flat().reduce((a, b) => a + b)).toBe(80);
  expect(arm!.probes!.map(({ probe, epoch }) => `${probe} ${epoch}`)).toEqual(['gradients 0', 'gradients 3']);
  const norm = (readings: RunResult['probes']) => (readings![1] as unknown as { layers: { norm: number }[] }).layers[0]!.norm;
  expect(norm(arm!.probes)).toBe(Number(norm(results[0]!.probes).toPrecision(5)));
  const text = formatRecording(toFile(makeRecording(experiment, results, 'kernel')));
  expect(text).toContain('"probes"');
  expect(checkRecording(text)).toEqual({ recording: makeRecording(experiment, results, 'kernel') });
});

test('long curves are thinned, with the first and the last point', async () => {
  const experiment = eckerleExperiment({ training: { loss: 'meanSquaredError', optimizer: 'sgd', batchSize: 5, epochs: 1000 } });
  const { arms } = makeRecording(experiment, await runAll(experiment), 'kernel');
  const { step } = arms[0]!.curve;
  expect(step.length).toBe(CURVE_POINTS);
  expect([step[0], step.at(-1)]).toEqual([0, 5000]);
  expect(new Set(step).size).toBe(CURVE_POINTS);
  expect(arms[0]!.fit!.x.length).toBe(200);
  expect(arms[0]!.fit!.median.length).toBe(200);
  // One run: its curve ends where the run did.
  expect(arms[0]!.curve.median.at(-1)).toBe(arms[0]!.runs[0]!.final['train.loss']);
});

test('diverged runs have no final values, and curves stop with them', async () => {
  const experiment = eckerleExperiment({
    network: { hidden: [5] },
    training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 1e6 }, batchSize: 21, epochs: 50 },
  });
  const { arms } = makeRecording(experiment, await runAll(experiment), 'kernel');
  expect(arms[0]!.runs[0]).toMatchObject({ ending: 'diverged', final: { 'train.loss': null } });
  expect(arms[0]!.curve.step.length).toBeLessThan(50);
  expect(arms[0]!.fit).toBeUndefined();
});

test('of readings what figures draw is kept: the last decision surface, activations without their histograms', async () => {
  const experiment = circlesExperiment({ probes: [{ name: 'surface', resolution: 3 }, 'gradients', 'activations'] });
  const results = await runAll(experiment);
  expect(results[0]!.probes!.filter(({ probe }) => probe === 'surface').map(({ step }) => step)).toEqual([0, 24]);
  const [arm] = makeRecording(experiment, results, 'kernel').arms;
  expect(arm!.probes!.map(({ probe, step }) => `${probe} ${step}`).sort()).toEqual([
    'activations 0',
    'activations 24',
    'gradients 0',
    'gradients 24',
    'surface 24',
  ]);
  const layers = arm!.probes!.flatMap((reading) => (reading.probe === 'activations' ? reading.layers : []));
  expect(layers).toHaveLength(4);
  for (const layer of layers) expect(Object.keys(layer)).toEqual(['mean', 'variance', 'dead']);
});

test('the hash of a spec does not depend on the order of its keys, but on every value', async () => {
  const { id, ...rest } = comparison;
  expect(specHash({ ...rest, id })).toBe(specHash(comparison));
  expect(specHash({ ...comparison, seeds: 6 })).not.toBe(specHash(comparison));
});
