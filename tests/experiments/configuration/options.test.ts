/** What a spec can say beside layers, loss and optimizer: its canonical form, its way into the plan, and what it refuses. */
import { expect, test } from 'vitest';
import { applySettings } from '../../../src/experiments/configuration/applySettings.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { parseExperiment, SpecError, writeExperiment, type Problem } from '../../../src/experiments/spec/spec.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, circlesSpec, eckerleSpec } from '../examples.ts';

const kernel = await loadKernel();
const { network, training } = circlesSpec;
const withNetwork = (options: object) => ({ ...circlesSpec, network: { ...network, ...options } });
const withTraining = (options: object) => ({ ...circlesSpec, training: { ...training, ...options } });
const parse = (spec: object) => parseExperiment(spec, 'options-test.yaml');
const planOf = (spec: object) => planRun(parse(spec).configuration, 1, kernel).plan;

test('defaults of what is switched on', () => {
  const { configuration } = parse({
    ...circlesSpec,
    split: { stratified: true },
    network: { ...network, noise: { input: 0.1 }, normalization: 'batch', regularizer: { l2: 0.01 }, activityRegularizer: { l1: 0.01 }, constraint: 'maxNorm' },
    training: {
      ...training,
      optimizer: { name: 'sgd', momentum: 0.9 },
      ...{ schedule: 'stepDecay', warmUp: true, momentumWarmUp: true, clip: 'norm', averaging: {}, earlyStopping: true, checkpoints: { every: 1 } },
    },
  });
  expect(configuration.split).toEqual({ validation: 0.2, test: 0, stratified: true });
  expect(configuration.network).toMatchObject({
    noise: { input: 0.1, hidden: 0 },
    // Keras' defaults.
    normalization: { name: 'batch', momentum: 0.99, epsilon: 1e-3, position: 'before' },
    regularizer: { l1: 0, l2: 0.01, biases: false },
    activityRegularizer: { l1: 0.01, l2: 0 },
    constraint: { name: 'maxNorm' },
  });
  expect(configuration.training).toMatchObject({
    schedule: { name: 'stepDecay', factor: 0.5, period: 10 },
    warmUp: { epochs: 5, start: 0.1 },
    momentumWarmUp: { from: 0.5, updates: 200 },
    clip: { by: 'norm', limit: 1 },
    averaging: { momentum: 0.99 },
    earlyStopping: { metric: 'loss', split: 'validation', patience: 10, minDelta: 0, restoreBest: true },
    checkpoints: { every: 1, best: false },
  });
  expect(parse({ ...circlesSpec, pretraining: true }).configuration.pretraining).toMatchObject({
    epochs: 10,
    optimizer: { name: 'adam', learningRate: 0.001 },
    batchSize: 10,
  });
});

test('what is off is absent, however that was said', () => {
  const spec = {
    ...circlesSpec,
    split: { stratified: false },
    network: {
      ...network,
      dropout: 0,
      inputDropout: 0,
      outputDropout: 0,
      noise: { input: 0, hidden: 0 },
      normalization: 'none',
      regularizer: { l1: 0, l2: 0, biases: true },
      activityRegularizer: {},
      constraint: 'none',
      parametrization: 'standard',
    },
    training: { ...training, schedule: 'constant', warmUp: false, momentumWarmUp: false, clip: 'none', averaging: { momentum: 0 }, earlyStopping: false },
    pretraining: false,
    metrics: [],
    probes: [],
  };
  const experiment = parse(spec);
  expect(experiment).toEqual(parse(circlesSpec));
  // Not even as keys, so that hashes agree.
  expect(Object.keys(experiment.configuration.network)).toEqual(['hidden', 'activation', 'outputActivation', 'initializer']);
  expect(Object.keys(experiment.configuration.training)).toEqual(['loss', 'optimizer', 'batchSize', 'shuffle', 'epochs']);
});

test('an explicit experiment with everything on, written down, parses to itself', () => {
  const experiment = circlesExperiment({
    network: { ...network, dropout: 0.1, noise: { hidden: 0.1 }, regularizer: { l1: 1 }, activityRegularizer: { l2: 1 }, constraint: 'minMaxNorm' },
    training: {
      ...training,
      schedule: 'oneCycle',
      warmUp: { epochs: 1 },
      clip: { by: 'value', limit: 2 },
      earlyStopping: { metric: 'accuracy' },
      checkpoints: { best: true },
    },
    pretraining: { epochs: 3 },
    compare: { 'network.dropout': [0, 0.5], 'training.schedule': ['constant', 'cosine'], pretraining: [false, true] },
    metrics: ['f1', 'confusionMatrix'],
    history: { every: 5 },
    probes: ['gradients', { name: 'surface', every: 2 }],
  });
  expect(parseExperiment(writeExperiment(experiment), 'circles-test.yaml')).toEqual(experiment);
  const normalized = circlesExperiment({ network: { ...network, normalization: { name: 'layer', position: 'after' } } });
  expect(parseExperiment(writeExperiment(normalized), 'circles-test.yaml')).toEqual(normalized);
  expect(experiment.arms.map(({ label }) => label)).toContain('0 · constant · false');
  expect(experiment.arms[0]!.configuration.network.dropout).toBeUndefined();
  expect(experiment.arms[0]!.configuration.pretraining).toBeUndefined();
});

test('dropout at the output is of its sums, and needs no hidden layer', () => {
  const plan = planOf({ ...circlesSpec, network: { hidden: [], outputDropout: 0.25 } });
  expect(plan.network.layers).toEqual([expect.objectContaining({ sumDropout: 0.25 })]);
});

test('hidden layers get what belongs to them, the output layer only penalties', () => {
  const plan = planOf({
    ...circlesSpec,
    network: {
      hidden: [4, 3],
      activation: 'relu',
      dropout: 0.25,
      inputDropout: 0.125,
      noise: { input: 0.5, hidden: 0.75 },
      normalization: { name: 'batch', position: 'before', momentum: 0.9 },
      regularizer: { l1: 0.1, l2: 0.2, biases: true },
      activityRegularizer: { l1: 0.3, l2: 0.4 },
      constraint: 'unitNorm',
    },
    training: { ...training, clip: { by: 'globalNorm', limit: 3 }, averaging: { momentum: 0.9 } },
  });
  const penalties = { kernelPenalty: { l1: 0.1, l2: 0.2 }, biasPenalty: { l1: 0.1, l2: 0.2 } };
  const hidden = {
    activation: { name: 'relu' },
    normalization: { kind: 'batch', position: 'before', momentum: 0.9, epsilon: 1e-3 },
    ...penalties,
    activityPenalty: { l1: 0.3, l2: 0.4 },
    constraint: { name: 'unitNorm' },
    noise: 0.75,
    dropout: 0.25,
  };
  expect(plan.network).toMatchObject({ inputs: 2, inputNoise: 0.5, inputDropout: 0.125 });
  expect(plan.network.layers).toEqual([
    { units: 4, ...hidden },
    { units: 3, ...hidden },
    { units: 2, activation: { name: 'softmax' }, ...penalties },
  ]);
  expect(plan.training).toMatchObject({ clip: { by: 'globalNorm', limit: 3 }, averaging: { momentum: 0.9 } });
});

test('a constraint is on hidden layers, and on the output layer if asked for', () => {
  const constraintsOf = (options: object) => planOf(withNetwork(options)).network.layers.map(({ constraint }) => constraint);
  const own = { name: 'maxNorm', limit: 3 };
  expect(constraintsOf({ hidden: [4], constraint: own })).toEqual([own, undefined]);
  expect(constraintsOf({ hidden: [4], constraint: { ...own, output: true } })).toEqual([own, own]);
  expect(constraintsOf({ hidden: [], constraint: { ...own, output: true } })).toEqual([own]);
  // The same canonical form, so that hashes agree.
  const written = (options: object) => JSON.stringify(parse(withNetwork(options)).configuration);
  expect(written({ constraint: { ...own, output: false } })).toBe(written({ constraint: own }));
});

test('normalized layers start at γ 1, β 0, mean 0 and variance 1, unless they are given', () => {
  const [hidden, output] = planOf(withNetwork({ hidden: [2], normalization: 'batch' })).parameters;
  expect([hidden!.gamma, hidden!.beta, hidden!.movingMean, hidden!.movingVariance]).toEqual(
    [
      [1, 1],
      [0, 0],
      [0, 0],
      [1, 1],
    ].map((values) => Float32Array.from(values)),
  );
  expect(Object.keys(output!)).toEqual(['kernel', 'bias']);
  const [layer] = planOf(withNetwork({ hidden: [2], normalization: 'layer' })).parameters;
  expect(Object.keys(layer!)).toEqual(['kernel', 'bias', 'gamma', 'beta']);
  // Weights are the same as without.
  expect(layer!.kernel).toEqual(planOf(withNetwork({ hidden: [2] })).parameters[0]!.kernel);
  const square = {
    kernel: [
      [1, 2],
      [3, 4],
    ],
    bias: [0, 0],
  };
  const parameters = [{ ...square, gamma: [2, 3], movingVariance: [4, 5] }, square];
  const [given] = planOf(withNetwork({ hidden: [2], normalization: 'batch', initializer: { name: 'given', parameters } })).parameters;
  expect([given!.gamma, given!.beta, given!.movingVariance]).toEqual(
    [
      [2, 3],
      [0, 0],
      [4, 5],
    ].map((values) => Float32Array.from(values)),
  );
});

test('a squared error on classes: of the distribution, or of one share', () => {
  const output = (loss: string, outputActivation?: string) =>
    planOf({ ...withTraining({ loss }), network: { ...network, ...(outputActivation && { outputActivation }) } }).network.layers.at(-1);
  expect(output('meanSquaredError')).toEqual({ units: 2, activation: { name: 'softmax' } });
  expect(output('meanSquaredError', 'sigmoid')).toEqual({ units: 1, activation: { name: 'sigmoid' } });
  expect(output('kullbackLeibler')).toEqual({ units: 2, activation: { name: 'softmax' } });
  expect(output('hinge')).toEqual({ units: 1, activation: { name: 'linear' } });
});

test('a stratified split has each class in proportion', () => {
  const spec = {
    ...circlesSpec,
    dataset: { name: 'inline', task: 'classification', x: Array.from({ length: 20 }, (_, i) => [i]), y: Array.from({ length: 20 }, (_, i) => Number(i >= 15)) },
    split: { validation: 0.2, stratified: true },
  };
  for (const seed of [1, 2, 3]) {
    const { data } = planRun(parse(spec).configuration, seed, kernel).plan;
    // One of the four held out is of the class that a quarter belongs to.
    expect([...data.validation!.y].filter((_, i) => i % 2 === 1).reduce((a, b) => a + b)).toBe(1);
  }
});

test('setting what is off opens it; constant, none, false and 0 close it', () => {
  const { configuration } = circlesExperiment();
  const after = (settings: Parameters<typeof applySettings>[1]) => {
    const applied = applySettings(configuration, settings);
    if ('problems' in applied) throw new Error(JSON.stringify(applied.problems));
    return applied.configuration;
  };
  expect(after({ 'network.regularizer.l2': 0.5 }).network.regularizer).toEqual({ l1: 0, l2: 0.5, biases: false });
  expect(after({ 'training.clip': 'value', 'training.clip.limit': 7 }).training.clip).toEqual({ by: 'value', limit: 7 });
  expect(after({ 'training.warmUp.epochs': 2 }).training).toMatchObject({ epochs: 3, warmUp: { epochs: 2, start: 0.1 } });
  expect(after({ 'training.optimizer': { name: 'sgd', momentum: 0.9 }, 'training.momentumWarmUp.updates': 7 }).training.momentumWarmUp).toEqual({
    from: 0.5,
    updates: 7,
  });
  expect(after({ 'training.earlyStopping.patience': 2 }).training.earlyStopping).toMatchObject({ patience: 2, metric: 'loss' });
  expect(after({ 'training.schedule': 'constant', 'network.normalization': 'none', pretraining: false, 'network.dropout': 0 })).toEqual(configuration);
});

const square = {
  kernel: [
    [1, 2],
    [3, 4],
  ],
  bias: [0, 0],
};
const givenLayers = (layer: object, options: object = {}) =>
  withNetwork({ hidden: [2], ...options, initializer: { name: 'given', parameters: [{ ...square, ...layer }, square] } });
const mup = { initializer: 'heUniform', parametrization: { name: 'maximalUpdate', base: 4 } };
const besideMup = (found: string) => `${found} with network.parametrization maximalUpdate`;
const noLayers = (options: object) => withNetwork({ hidden: [], ...options });

const refused: [what: string, spec: object, path: string, found: string, allowed: RegExp][] = [
  ['a dropout of 1', withNetwork({ dropout: 1 }), 'network.dropout', '1', /from 0 to below 1/],
  ['a negative dropout', withNetwork({ dropout: -0.1 }), 'network.dropout', '-0.1', /from 0/],
  ['an input dropout of 1', withNetwork({ inputDropout: 1 }), 'network.inputDropout', '1', /below 1/],
  ['an output dropout of 1', withNetwork({ outputDropout: 1 }), 'network.outputDropout', '1', /below 1/],
  ['dropout without hidden layers', noLayers({ dropout: 0.5 }), 'network.dropout', 'no hidden layer that it could work on', /hidden layers, or leave it out/],
  ['hidden noise without hidden layers', noLayers({ noise: { hidden: 1 } }), 'network.noise.hidden', 'no hidden layer that it could work on', /hidden layers/],
  ['negative noise', withNetwork({ noise: { input: -1 } }), 'network.noise.input', '-1', /from 0/],
  ['noise elsewhere', withNetwork({ noise: { output: 1 } }), 'network.noise.output', 'an unknown setting, "output"', /input, hidden/],
  ['an unknown normalization', withNetwork({ normalization: 'group' }), 'network.normalization', '"group"', /none, batch, layer/],
  ['an unknown position', withNetwork({ normalization: { name: 'batch', position: 'within' } }), 'network.normalization.position', '"within"', /before, after/],
  [
    'momentum of layer normalization',
    withNetwork({ normalization: { name: 'layer', momentum: 0.9 } }),
    'network.normalization.momentum',
    'an unknown setting, "momentum"',
    /epsilon/,
  ],
  ['an ε of 0', withNetwork({ normalization: { name: 'batch', epsilon: 0 } }), 'network.normalization.epsilon', '0', /above 0/],
  [
    'batch normalization of one example',
    { ...withNetwork({ normalization: 'batch' }), training: { ...training, batchSize: 1 } },
    'training.batchSize',
    '1, with batch normalization',
    /at least 2/,
  ],
  ['a negative penalty', withNetwork({ regularizer: { l2: -1 } }), 'network.regularizer.l2', '-1', /from 0/],
  [
    'a constraint on hidden layers without one',
    withNetwork({ hidden: [], constraint: { name: 'maxNorm', output: false } }),
    'network.constraint',
    'no hidden layer that it could work on',
    /leave it out/,
  ],
  ['an unknown constraint', withNetwork({ constraint: 'maxNrom' }), 'network.constraint', '"maxNrom"', /none, maxNorm, unitNorm/],
  [
    'a least norm above the greatest',
    withNetwork({ constraint: { name: 'minMaxNorm', least: 3, greatest: 2 } }),
    'network.constraint',
    'least 3 and greatest 2',
    /at most as large/,
  ],
  [
    'activities that are normalized before they are penalized',
    withNetwork({ normalization: { name: 'layer', position: 'after' }, activityRegularizer: { l1: 1 } }),
    'network.activityRegularizer',
    'a penalty on activities that are normalized after the activation',
    /before the activation/,
  ],
  ['given γ without normalization', givenLayers({ gamma: [1, 1] }), 'network.initializer.parameters[0].gamma', '2 numbers', /no normalization/],
  [
    'given running mean of layer normalization',
    givenLayers({ movingMean: [1, 1] }, { normalization: 'layer' }),
    'network.initializer.parameters[0].movingMean',
    '2 numbers',
    /no running statistics/,
  ],
  [
    'too many given γ',
    givenLayers({ gamma: [1, 1, 1] }, { normalization: 'layer' }),
    'network.initializer.parameters[0].gamma',
    '3 numbers',
    /2, one per unit/,
  ],
  [
    'a given negative variance',
    givenLayers({ movingVariance: [1, -1] }, { normalization: 'batch' }),
    'network.initializer.parameters[0].movingVariance[1]',
    '-1',
    /variance/,
  ],
  ['an unknown schedule', withTraining({ schedule: 'cosin' }), 'training.schedule', '"cosin"', /constant, timeBased/],
  [
    'an unknown hyperparameter of a schedule',
    withTraining({ schedule: { name: 'stepDecay', k: 1 } }),
    'training.schedule.k',
    'an unknown setting, "k"',
    /factor, period/,
  ],
  ['a schedule out of range', withTraining({ schedule: { name: 'stepDecay', factor: 2 } }), 'training.schedule.factor', '2', /to 1/],
  [
    'a range test that falls',
    withTraining({ schedule: { name: 'rangeTest', lowest: 1, highest: 0.1 } }),
    'training.schedule',
    'lowest 1 and highest 0.1',
    /lowest below highest/,
  ],
  ['a warm-up of no length', withTraining({ warmUp: { epochs: 0 } }), 'training.warmUp.epochs', '0', /above 0/],
  [
    'a momentum that rises in Adam',
    withTraining({ optimizer: 'adam', momentumWarmUp: true }),
    'training.momentumWarmUp',
    'adam, whose momentum does not rise',
    /SGD with a momentum above 0/,
  ],
  [
    'a momentum that rises to 0',
    withTraining({ optimizer: 'sgd', momentumWarmUp: { from: 0.5 } }),
    'training.momentumWarmUp',
    'SGD without momentum',
    /SGD with a momentum above 0/,
  ],
  [
    'a rise of half an update',
    withTraining({ optimizer: { name: 'sgd', momentum: 0.9 }, momentumWarmUp: { updates: 0.5 } }),
    'training.momentumWarmUp.updates',
    '0.5',
    /whole number from 1/,
  ],
  ['clipping at 0', withTraining({ clip: { by: 'norm', limit: 0 } }), 'training.clip.limit', '0', /above 0/],
  ['clipping by something else', withTraining({ clip: { by: 'size' } }), 'training.clip.by', '"size"', /value, norm, globalNorm/],
  ['an average that never moves', withTraining({ averaging: { momentum: 1 } }), 'training.averaging.momentum', '1', /below 1/],
  ['no patience', withTraining({ earlyStopping: { patience: 0 } }), 'training.earlyStopping.patience', '0', /whole number from 1/],
  ['a metric of the other task', withTraining({ earlyStopping: { metric: 'rss' } }), 'training.earlyStopping.metric', 'rss', /loss, accuracy/],
  ['a split that is not there', withTraining({ earlyStopping: { split: 'test' } }), 'training.earlyStopping.split', 'test', /see split.test/],
  ['checkpoints of nothing', withTraining({ checkpoints: {} }), 'training.checkpoints', '{}', /every .*or best/],
  ['too many checkpoints', withTraining({ epochs: 1000, checkpoints: { every: 1 } }), 'training.checkpoints.every', '1, of 1000 epochs', /at least 5/],
  ['a parametrization without hidden layers', noLayers(mup), 'network.parametrization', 'no hidden layer that it could work on', /leave it out/],
  ['an unknown parametrization', withNetwork({ parametrization: 'ntk' }), 'network.parametrization', '"ntk"', /standard, maximalUpdate/],
  ['a base of no width', withNetwork({ ...mup, parametrization: { name: 'maximalUpdate', base: 0 } }), 'network.parametrization.base', '0', /from 1/],
  ['μP of another optimizer', { ...withNetwork(mup), training: { ...training, optimizer: 'adamw' } }, 'training.optimizer', besideMup('adamw'), /sgd, adam/],
  ['μP of Glorot', withNetwork({ ...mup, initializer: 'glorotUniform' }), 'network.initializer', besideMup('glorotUniform'), /heUniform.*fan-in alone/],
  ['μP of given parameters', givenLayers({}, { parametrization: mup.parametrization }), 'network.initializer', besideMup('given'), /heNormal/],
  ...(['normalization', 'regularizer', 'activityRegularizer', 'constraint'] as const).map((key): (typeof refused)[number] => [
    `μP with ${key}`,
    withNetwork({ ...mup, [key]: { normalization: 'layer', regularizer: { l2: 1 }, activityRegularizer: { l1: 1 }, constraint: 'maxNorm' }[key] }),
    `network.${key}`,
    besideMup('found'),
    /not defined here/,
  ]),
  ['μP with clipping', { ...withNetwork(mup), training: { ...training, clip: 'norm' } }, 'training.clip', besideMup('found'), /not defined here/],
  ['μP with pre-training', { ...withNetwork(mup), pretraining: true }, 'pretraining', besideMup('found'), /not defined here/],
  ['pre-training without hidden layers', { ...noLayers({}), pretraining: true }, 'pretraining', 'no hidden layer that could be pre-trained', /hidden layers/],
  [
    'pre-training of normalized layers',
    { ...withNetwork({ normalization: 'batch' }), pretraining: true },
    'pretraining',
    'pre-training of normalized layers',
    /without normalization/,
  ],
  ['pre-training for no epochs', { ...circlesSpec, pretraining: { epochs: 0 } }, 'pretraining.epochs', '0', /whole number from 1/],
  ['a batch of pre-training larger than the data', { ...circlesSpec, pretraining: { batchSize: 81 } }, 'pretraining.batchSize', '81', /at most 80/],
  ['classes in proportion where there are none', { ...eckerleSpec, split: { stratified: true } }, 'split.stratified', 'true', /no classes/],
  ['an unknown metric', { ...circlesSpec, metrics: ['f2'] }, 'metrics[0]', '"f2"', /r2, f1/],
  ['a metric that is always there', { ...circlesSpec, metrics: ['loss'] }, 'metrics[0]', '"loss"', /r2, f1/],
  ['R² of classes', { ...circlesSpec, metrics: ['r2'] }, 'metrics[0]', 'r2', /f1/],
  [
    'the calibration of scores',
    { ...circlesSpec, training: { ...circlesSpec.training, loss: 'hinge' }, metrics: ['calibrationError'] },
    'metrics[0]',
    'calibrationError of arm "network", whose outputs are linear',
    /outputs are probabilities/,
  ],
  ['a confusion matrix of no classes', { ...eckerleSpec, metrics: ['confusionMatrix'] }, 'metrics[0]', 'confusionMatrix', /r2/],
  [
    'a learning rate of the validation split',
    { ...circlesSpec, show: { metric: 'learningRate', split: 'validation' } },
    'show.metric',
    'learningRate',
    /loss, accuracy/,
  ],
  ['a point every 0 updates', { ...circlesSpec, history: { every: 0 } }, 'history.every', '0', /whole number from 1/],
  [
    'a point at each of very many updates',
    { ...withTraining({ epochs: 10_000 }), history: { every: 1 } },
    'history.every',
    '1, of 80000 updates',
    /at least 4/,
  ],
  ['an unknown probe', { ...circlesSpec, probes: ['x-ray'] }, 'probes[0]', '"x-ray"', /activations, activity, gradients/],
  [
    'an unknown option of a probe',
    { ...circlesSpec, probes: [{ name: 'weights', colour: 1 }] },
    'probes[0].colour',
    'an unknown setting, "colour"',
    /every, bins/,
  ],
  ['a probe twice', { ...circlesSpec, probes: ['weights', { name: 'weights', bins: 5 }] }, 'probes[1]', 'a second weights', /once/],
  ['a surface over one feature', { ...eckerleSpec, probes: ['surface'] }, 'probes[0]', 'surface in arm "network"', /two features/],
  [
    'a plane through checkpoints that are not kept',
    { ...circlesSpec, probes: [{ name: 'lossPlane', checkpoints: true }] },
    'probes[0].checkpoints',
    'true, but arm "network" keeps none',
    /training.checkpoints/,
  ],
];

test.each(refused)('%s is an error that says where, what and what is allowed', (_what, spec, path, found, allowed) => {
  const problems = problemsOf(() => parse(spec));
  expect(problems.map((problem) => ({ path: problem.path, found: problem.found }))).toContainEqual({ path, found });
  expect(problems.find((problem) => problem.path === path)!.allowed).toMatch(allowed);
});

test('data that are not numbers are found before anything is trained on them', () => {
  const { configuration } = circlesExperiment();
  const examples = { task: 'classification' as const, examples: 100, features: 2, classes: 2, labels: 1, x: new Float64Array(200), y: new Float64Array(100) };
  examples.x[5] = NaN;
  expect(() => planRun(configuration, 1, kernel, examples)).toThrow('Found NaN as feature 2 of example 3; allowed: finite numbers.');
  examples.x[5] = 0;
  examples.y[7] = Infinity;
  expect(() => planRun(configuration, 1, kernel, examples)).toThrow('Found Infinity as label 1 of example 8; allowed: finite numbers.');
});

function problemsOf(read: () => unknown): Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
  throw new Error('Nothing was found wrong with the spec.');
}
