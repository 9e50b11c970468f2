import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeExperiment, type Change } from '../../../src/experiments/change/change.ts';
import { decodeHash, encodeHash, experimentOf } from '../../../src/experiments/change/share.ts';
import { keyOfPath, keyTable, pathOfKey, SHORT_KEYS, STATE_KEYS } from '../../../src/experiments/change/shareKeys.ts';
import { settingsOf } from '../../../src/experiments/settings/settings.ts';
import type { Setting } from '../../../src/experiments/settings/setting.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import { circlesExperiment, circlesSpec, eckerleExperiment } from '../examples.ts';

const published = circlesExperiment();
const everything = circlesExperiment({
  split: { stratified: true },
  network: {
    ...circlesSpec.network,
    dropout: 0.1,
    inputDropout: 0.1,
    noise: { input: 0.1, hidden: 0.2 },
    normalization: 'batch',
    regularizer: { l1: 0.1, biases: true },
    activityRegularizer: { l2: 0.1 },
    constraint: 'maxNorm',
  },
  training: {
    ...circlesSpec.training,
    schedule: { name: 'stepDecay', factor: 0.9 },
    warmUp: true,
    clip: { by: 'value', limit: 5 },
    averaging: { momentum: 0.9 },
    earlyStopping: { patience: 3 },
  },
});
const compared = circlesExperiment({
  compare: { 'training.optimizer': ['sgd', 'adam'] },
  verdict: { metric: 'loss', split: 'train', ascending: ['adam', 'sgd'] },
});

test('no link ends with what a sentence may have put there', () => {
  const how = ['wide (16).', 'narrow*'];
  const labelled = circlesExperiment({
    compare: { how: how.map((label, index) => ({ label, set: { 'network.hidden': [4 + index] } })) },
    verdict: { metric: 'loss', split: 'train', ascending: how },
  });
  const changed = changeExperiment(labelled, [{ path: 'compare.how', value: ['narrow*', 'wide (16).'] }]);
  const { experiment } = changed as { experiment: Experiment };
  const hash = encodeHash(labelled, experiment);
  expect(hash).toMatch(/&v=1$/);
  expect(decodeHash(hash, labelled)).toMatchObject({ refused: [] });
});

test('just what differs is said', () => {
  expect(encodeHash(published, published)).toBe('#v=1&experiment=circles-test');
  expect(encodeHash(published, published, { seed: 7, engine: 'tfjs-wasm' })).toBe('#v=1&experiment=circles-test&seed=7&engine=tfjs-wasm');
  const changed = change(published, [
    { path: 'training.batchSize', value: 20 },
    { path: 'training.optimizer', value: 'sgd' },
    { path: 'training.optimizer.learningRate', value: 0.5 },
    { path: 'network.hidden', value: [16, 16] },
  ]);
  expect(encodeHash(published, changed)).toBe('#v=1&experiment=circles-test&hidden=16,16&optimizer=sgd&lr=0.5&batch=20');
});

test('a split by position is said, and taken back', () => {
  const last = change(published, [
    { path: 'split.validation', value: 10 },
    { path: 'split.take', value: 'last' },
  ]);
  const hash = encodeHash(published, last);
  expect(hash).toBe('#v=1&experiment=circles-test&validation=10&split.take=last');
  expect(last.configuration.split).toEqual({ validation: 10, test: 0, take: 'last' });
  expect(encodeHash(last, published)).toBe('#v=1&experiment=circles-test&validation=0.2&split.take=random');
});

test('a new choice with its own defaults needs its name alone', () => {
  expect(encodeHash(published, change(published, [{ path: 'training.optimizer', value: 'rmsprop' }]))).toBe('#v=1&experiment=circles-test&optimizer=rmsprop');
});

test('what is off is switched on, with defaults or without, and off again', () => {
  const changed = change(published, [
    { path: 'training.schedule', value: 'cosine' },
    { path: 'training.earlyStopping', value: true },
    { path: 'training.earlyStopping.patience', value: 3 },
    { path: 'training.clip', value: 'norm' },
    { path: 'network.dropout', value: 0.25 },
    { path: 'network.regularizer.l2', value: 0.01 },
    { path: 'pretraining.optimizer', value: 'sgd' },
  ]);
  const hash = encodeHash(published, changed);
  expect(hash).toBe(
    '#v=1&experiment=circles-test&dropout=0.25&l2=0.01&schedule=cosine&clip=norm' +
      '&training.earlyStopping=true&training.earlyStopping.patience=3&pretraining=true&pretraining.optimizer=sgd',
  );
  expect(decodeHash(hash, published)).toMatchObject({ experiment: changed, refused: [] });
  const back = change(changed, [
    { path: 'training.schedule', value: 'constant' },
    { path: 'training.earlyStopping', value: false },
    { path: 'training.clip', value: 'none' },
    { path: 'network.dropout', value: 0 },
    { path: 'network.regularizer.l2', value: 0 },
    { path: 'pretraining', value: false },
  ]);
  expect(back).toEqual(published);
  expect(decodeHash(encodeHash(changed, published), changed)).toMatchObject({ experiment: published, refused: [] });
});

test('a link read is the experiment that was shared', () => {
  const state = decodeHash('#experiment=circles-test&v=1&training.optimizer=sgd&training.optimizer.learningRate=0.5&training.updates=40&seed=7', published);
  expect(state.refused).toEqual([]);
  expect(state.seed).toBe(7);
  expect(state.changes).toEqual([
    { path: 'training.optimizer', value: 'sgd' },
    { path: 'training.optimizer.learningRate', value: 0.5 },
    { path: 'training.updates', value: 40 },
  ]);
  expect(state.experiment.configuration.training).toEqual({
    loss: { name: 'categoricalCrossentropy', labelSmoothing: 0 },
    optimizer: { name: 'sgd', learningRate: 0.5, momentum: 0, nesterov: false },
    batchSize: 10,
    shuffle: true,
    updates: 40,
  });
});

test('whatever is changed comes back from its link', () => {
  for (const experiment of [published, compared, everything, eckerleExperiment({ pretraining: true })]) {
    fc.assert(
      fc.property(changesOf(experiment), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (changes, seed) => {
        const result = changeExperiment(experiment, changes);
        // Combinations that cannot be run, such as a batch larger than its data, are not shared.
        fc.pre('experiment' in result);
        const state = decodeHash(encodeHash(experiment, result.experiment, { seed }), experiment);
        expect(state.refused).toEqual([]);
        expect(state.experiment).toEqual(result.experiment);
        expect(state.seed).toBe(seed);
      }),
      { numRuns: 60, seed: 3 },
    );
  }
});

test('a hash that is a heading’s anchor, or another experiment’s, is left alone', () => {
  for (const hash of ['', '#', '#training.batchSize', '#v=1&training.batchSize=20', '#experiment=other&v=1&training.batchSize=20']) {
    expect(decodeHash(hash, published)).toEqual({ experiment: published, changes: [], refused: [] });
  }
});

const hostile: [hash: string, key: string, why: RegExp][] = [
  ['training.batchSize=-5', 'training.batchSize', /whole number from 1/],
  ['training.batchSize=1e400', 'training.batchSize', /whole number/],
  ['training.batchSize=NaN', 'training.batchSize', /whole number/],
  ['training.batchSize=', 'training.batchSize', /whole number/],
  ['training.batchSize=0x10', 'training.batchSize', /whole number/],
  ['training.batchSize=20&training.batchSize=30', 'training.batchSize', /more than once/],
  ['training.batchSize=90', 'training.batchSize', /at most 80/],
  ['training.optimizer=%3Cscript%3E', 'training.optimizer', /sgd, adagrad/],
  ['network.dropout=1', 'network.dropout', /from 0 to below 1/],
  ['network.normalization=group', 'network.normalization', /none, batch, layer/],
  ['network.normalization.momentum=0.5', 'network.normalization.momentum', /batch, layer|position/],
  ['training.schedule.factor=0.5', 'training.schedule.factor', /constant, timeBased/],
  ['training.clip=up', 'training.clip', /value, norm, globalNorm/],
  ['training.earlyStopping=maybe', 'training.earlyStopping', /true or false/],
  ['training.earlyStopping.patience=0', 'training.earlyStopping.patience', /whole number from 1/],
  ['training.checkpoints=true', 'training.checkpoints', /.*/],
  ['training.optimizer.momentum=0.5', 'training.optimizer.momentum', /learningRate/],
  ['network.hidden=16,,4', 'network.hidden', /whole number/],
  [`network.hidden=${Array(40).fill(4).join(',')}`, 'network.hidden', /at most 32 hidden layers/],
  ['network.initializer=given', 'network.initializer', /zeros/],
  ['dataset=inline', 'dataset', /.*/],
  ['batch=20&training.batchSize=30', 'batch', /more than once/],
  ['lr=-1', 'lr', /number from 0/],
  ['hidden=16,,4', 'hidden', /whole number/],
  ['momentum=0.5', 'momentum', /learningRate/],
  ['toString=1', 'toString', /no such key/],
  ['__proto__=1', '__proto__', /no such key/],
  ['__proto__.x=1', '__proto__.x', /no such key/],
  ['training.__proto__.polluted=1', 'training.__proto__.polluted', /path of a setting/],
  ['constructor.prototype.polluted=1', 'constructor.prototype.polluted', /no such key/],
  ['speed=high', 'speed', /no such key/],
  ['training=1', 'training', /.*/],
  ['seed=0', 'seed', /whole number from 1/],
  ['seed=1.5', 'seed', /whole number from 1/],
  ['engine=abacus', 'engine', /fused/],
];

test.each(hostile)('%s is refused by name, and the rest kept', (part, key, why) => {
  const state = decodeHash(`#experiment=circles-test&v=1&training.epochs=5&${part}`, published);
  expect(state.refused.map((refusal) => refusal.key)).toContain(key);
  expect(state.refused.find((refusal) => refusal.key === key)!.why).toMatch(why);
  expect(state.experiment).toEqual(change(published, [{ path: 'training.epochs', value: 5 }]));
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('another version, or an endless link, is refused as a whole', () => {
  expect(decodeHash('#experiment=circles-test&v=2&training.epochs=5', published)).toMatchObject({
    experiment: published,
    refused: [{ key: 'v', value: '2', why: expect.stringContaining('links of version 1') as string }],
  });
  expect(decodeHash('#experiment=circles-test&lr=0.5', published).refused).toEqual([{ key: 'v', value: 'nothing', why: 'a link says its version, v=1' }]);
  expect(decodeHash(`#experiment=circles-test&v=1&training.epochs=5&x=${'9'.repeat(5000)}`, published)).toMatchObject({
    experiment: published,
    refused: [{ key: 'the link' }],
  });
});

test('every short key is that of a setting, and of one alone', () => {
  const paths = Object.values(SHORT_KEYS);
  expect(new Set(paths).size).toBe(paths.length);
  // Between them, these have every setting that there is a short key for.
  const rest = ['updates', 'examples'].map((kind) =>
    circlesExperiment({ training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 10, [kind]: 100 } }),
  );
  const pictures = circlesExperiment({ dataset: { name: 'digits', examples: 100 } });
  const known = [everything, eckerleExperiment(), pictures, ...rest].flatMap((experiment) => settingsOf(experiment).map(({ path }) => path));
  for (const path of paths) expect(known).toContain(path);
  // No path and no key of the link itself is taken for another's short form.
  for (const key of Object.keys(SHORT_KEYS)) {
    expect(Object.keys(STATE_KEYS)).not.toContain(key);
    expect([keyOfPath(pathOfKey(key)), pathOfKey(pathOfKey(key))]).toEqual([key, pathOfKey(key)]);
  }
});

test('moved copies of pictures can be switched on, and then how far they are moved', () => {
  const pictures = circlesExperiment({ dataset: { name: 'digits', examples: 100 } });
  const paths = (experiment: Experiment) => settingsOf(experiment).flatMap(({ path }) => (path.startsWith('augmentation') ? [path] : []));
  expect(paths(pictures)).toEqual(['augmentation.copies']);
  const { experiment, refused } = decodeHash('#v=1&experiment=circles-test&copies=4&augmentation.rotation=10', pictures);
  expect(refused).toEqual([]);
  expect(experiment.configuration.augmentation).toEqual({ copies: 4, shift: 0, rotation: 10, scaling: 0, shear: 0, elastic: 0 });
  expect(paths(experiment)).toHaveLength(6);
});

test('a short key and its path say the same', () => {
  const short = decodeHash('#v=1&experiment=circles-test&lr=0.5&optimizer=sgd&hidden=8,8&init=heNormal', published);
  const long = decodeHash(
    '#experiment=circles-test&v=1&training.optimizer.learningRate=0.5&training.optimizer=sgd&network.hidden=8,8&network.initializer=heNormal',
    published,
  );
  expect(short.refused).toEqual([]);
  expect(short).toEqual(long);
  expect(short.experiment.configuration.network).toMatchObject({ hidden: [8, 8], initializer: { name: 'heNormal' } });
});

test('an unknown key is ignored, and said to be', () => {
  const state = decodeHash('#v=1&experiment=circles-test&colour=red&epochs=5', published);
  expect(state.refused).toEqual([{ key: 'colour', value: 'red', why: 'there is no such key', unknown: true }]);
  expect(state.experiment.configuration.training.epochs).toBe(5);
});

test('CONTRIBUTING.md lists the keys', () => {
  expect(readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8')).toContain(keyTable());
});

test('no heading’s anchor is taken for a link', () => {
  // Anchors are made of letters, digits, hyphens and underscores (github-slugger).
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N}_-]{1,40}$/u), (anchor) => {
      expect(experimentOf(`#${anchor}`)).toBeUndefined();
      expect(decodeHash(`#${anchor}`, published)).toEqual({ experiment: published, changes: [], refused: [] });
    }),
    { numRuns: 100, seed: 5 },
  );
});

test('no text at all makes it throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(
            fc.string(),
            fc.constantFrom('training.batchSize', 'network.hidden', 'dataset', 'training.optimizer', 'v', 'seed', ...Object.keys(SHORT_KEYS)),
          ),
          fc.string(),
        ),
      ),
      (pairs) => {
        const hash = `#experiment=circles-test&v=1&${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`;
        expect(() => decodeHash(hash, published).experiment.arms).not.toThrow();
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

test('a changed hyperparameter reaches the arms that have it', () => {
  const changed = change(compared, [
    { path: 'training.optimizer.beta1', value: 0.5 },
    { path: 'training.optimizer.learningRate', value: 0.25 },
  ]);
  expect(changed.arms.map(({ configuration }) => configuration.training.optimizer)).toEqual([
    { name: 'sgd', learningRate: 0.25, momentum: 0, nesterov: false },
    { name: 'adam', learningRate: 0.25, beta1: 0.5, beta2: 0.999, epsilon: 1e-7 },
  ]);
  expect(changed.verdicts).toEqual(compared.verdicts);
});

test('what is compared cannot be changed', () => {
  const result = changeExperiment(compared, [{ path: 'training.optimizer', value: 'sgd' }]);
  expect(result).toMatchObject({ problems: [{ path: 'training.optimizer', allowed: expect.stringContaining('compares') as string }] });
});

test('a verdict on a split that the reader takes away is dropped', () => {
  const experiment = circlesExperiment({ verdict: { metric: 'loss', split: 'validation', below: 1 }, show: { split: 'validation' } });
  const changed = change(experiment, [{ path: 'split.validation', value: 0 }]);
  expect(changed.verdicts).toEqual([]);
  expect(changed.show.split).toBe('train');
});

function change(experiment: Experiment, changes: Change[]): Experiment {
  const result = changeExperiment(experiment, changes);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.experiment;
}

/** Any set of changes, each within the range of its setting. */
function changesOf(experiment: Experiment): fc.Arbitrary<Change[]> {
  const free = settingsOf(experiment).filter(
    ({ comparedBy, path }) => comparedBy === undefined && !['dataset', 'training.loss', 'network.outputActivation'].includes(path),
  );
  return fc.subarray(free).chain((chosen) => fc.tuple(...chosen.map((setting) => valueOf(setting).map((value): Change => ({ path: setting.path, value })))));
}

function valueOf(setting: Setting): fc.Arbitrary<number | boolean | string | number[]> {
  if (setting.kind === 'boolean') return fc.boolean();
  if (setting.kind === 'choice') return fc.constantFrom(...setting.options.map(({ name }) => name));
  if (setting.kind === 'numbers') return fc.array(fc.integer({ min: 1, max: 64 }), { maxLength: 4 });
  const { min, max, exclusiveMax, integer } = setting.range;
  if (integer) return fc.integer({ min: Math.max(min, 1), max: Math.min(max, 20) });
  return fc.double({ min, max: Math.min(max, 0.9), maxExcluded: exclusiveMax ?? false, noNaN: true });
}

test('a longer run is reported at fewer of its updates, no more than an experiment may have', () => {
  const dense = circlesExperiment({ history: { every: 10 } });
  const { experiment, refused } = decodeHash('#v=1&experiment=circles-test&updates=100000000', dense);
  expect(refused).toEqual([]);
  // At most 20,000 points.
  expect(experiment.history).toEqual({ every: 5000 });
});
