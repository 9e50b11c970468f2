import { expect, test } from 'vitest';
import { readExperiment } from '../../../src/experiments/spec/read.ts';
import { parseExperiment, SpecError, writeExperiment, type Problem } from '../../../src/experiments/spec/spec.ts';
import { splitSizes } from '../../../src/experiments/configuration/splitSizes.ts';
import { circlesExperiment, circlesSpec, eckerleSpec } from '../examples.ts';

test('every default is filled in', () => {
  const { configuration, seeds, show, figures, verdicts } = circlesExperiment();
  expect(configuration).toEqual({
    dataset: { name: 'circles', examples: 100, noise: 0.1, factor: 0.5 },
    split: { validation: 0.2, test: 0 },
    scaling: { features: 'none', labels: 'none' },
    network: { hidden: [4], activation: { name: 'relu' }, outputActivation: { name: 'softmax' }, initializer: { name: 'glorotUniform' } },
    training: {
      loss: { name: 'categoricalCrossentropy', labelSmoothing: 0 },
      // Keras 3's defaults of Adam.
      optimizer: { name: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
      batchSize: 10,
      shuffle: true,
      epochs: 3,
    },
  });
  expect({ seeds, show, figures, verdicts }).toEqual({
    seeds: 1,
    show: { metric: 'loss', split: 'train', scale: 'log', x: 'epoch' },
    figures: ['curves', 'finals'],
    verdicts: [],
  });
});

test('an explicit experiment, written down, parses to itself', () => {
  const experiment = circlesExperiment({
    compare: {
      'training.optimizer': ['sgd', { name: 'adam', beta1: 0.5 }],
      size: [
        { label: 'small', set: { 'training.batchSize': 5 } },
        { label: 8, set: { 'network.hidden': [8, 8] } },
      ],
    },
    probes: ['gradients'],
    verdict: [
      { metric: 'loss', split: 'train', ascending: ['adam', 'sgd'], where: { size: 8 } },
      { metric: 'accuracy', split: 'train', reaches: { level: 0.9, sooner: ['adam', 'sgd'], by: 'example' }, where: { size: 8 } },
      { metric: 'loss', split: 'train', at: 'area', same: { arms: ['adam', 'sgd'], margin: 0.1 }, where: { size: 'small' } },
      { stuck: true, where: { size: 'small' } },
      { learns: { margin: 0.2 } },
      { diverges: false },
      { ratio: { probe: 'gradients', of: 1, below: 2 } },
      { sparsity: { threshold: 0.01, above: 0.1 } },
    ],
    controls: ['training.epochs'],
  });
  expect(parseExperiment(writeExperiment(experiment), 'circles-test.yaml')).toEqual(experiment);
});

test('the last 10,000 of the training file validate, as the sources have it; random ones need not be named', () => {
  const mnist = { dataset: { name: 'mnist', examples: 60_000, testExamples: 10_000 } };
  const { configuration } = parseExperiment({ ...circlesSpec, ...mnist, split: { validation: 10_000, take: 'last' } }, 'test.yaml');
  expect(configuration.split).toEqual({ validation: 10_000, test: 0, take: 'last' });
  expect(splitSizes(configuration)).toEqual({ train: 50_000, validation: 10_000, test: 10_000 });
  const random = parseExperiment({ ...circlesSpec, split: { validation: 0.2, take: 'random' } }, 'test.yaml');
  expect(random).toEqual(parseExperiment({ ...circlesSpec, split: { validation: 0.2 } }, 'test.yaml'));
});

test('inline data are not split unless asked for', () => {
  const { configuration } = parseExperiment(inline({ x: [[0], [1]], y: [0, 1] }), 'inline.yaml');
  expect(configuration.split).toEqual({ validation: 0, test: 0 });
});

const training = circlesSpec.training;
const network = circlesSpec.network;
const inline = (data: object, rest: object = {}) => ({
  dataset: { name: 'inline', task: 'regression', ...data },
  network: { hidden: [2] },
  training: { loss: 'meanSquaredError', optimizer: 'sgd', batchSize: 1, epochs: 1 },
  ...rest,
});
const classes = (y: unknown[], rest: object = {}) =>
  inline({ task: 'classification', x: y.map((_, i) => [i]), y }, { training: { ...training, batchSize: 1 }, ...rest });
const givenParameters = (parameters: object[]) => ({ network: { hidden: [2], initializer: { name: 'given', parameters } } });
const verdict = (value: object) => ({
  ...circlesSpec,
  compare: { 'training.batchSize': [10, 20], 'training.optimizer': ['sgd', 'adam'] },
  verdict: { metric: 'loss', split: 'train', ...value },
});

const malformed: [what: string, spec: unknown, path: string, found: string, allowed: RegExp][] = [
  ['not a mapping', 'hello', 'the whole file', '"hello"', /mapping/],
  ['nothing', null, 'the whole file', 'null', /mapping/],
  ['unknown key', { ...circlesSpec, epochs: 3 }, 'epochs', 'an unknown setting, "epochs"', /title, claim/],
  [
    'unknown hyperparameter',
    { ...circlesSpec, training: { ...training, optimizer: { name: 'adam', momentum: 0.9 } } },
    'training.optimizer.momentum',
    'an unknown setting, "momentum"',
    /learningRate, beta1/,
  ],
  ['unknown optimizer', { ...circlesSpec, training: { ...training, optimizer: 'adma' } }, 'training.optimizer', '"adma"', /sgd, adagrad, .*adam/],
  [
    'unknown optimizer, long form',
    { ...circlesSpec, training: { ...training, optimizer: { name: 'adma' } } },
    'training.optimizer.name',
    '"adma"',
    /sgd, adagrad, .*adam/,
  ],
  ['wrong type', { ...circlesSpec, training: { ...training, batchSize: '10' } }, 'training.batchSize', '"10"', /whole number from 1/],
  ['fraction', { ...circlesSpec, training: { ...training, batchSize: 1.5 } }, 'training.batchSize', '1.5', /whole number from 1/],
  ['out of range', { ...circlesSpec, training: { ...training, optimizer: { name: 'adam', beta1: 1 } } }, 'training.optimizer.beta1', '1', /from 0 to below 1/],
  [
    'NaN',
    { ...circlesSpec, training: { ...training, optimizer: { name: 'adam', learningRate: NaN } } },
    'training.optimizer.learningRate',
    'NaN',
    /number from 0/,
  ],
  ['missing', { ...circlesSpec, network: {} }, 'network.hidden', 'nothing', /a list/],
  ['zero epochs', { ...circlesSpec, training: { ...training, epochs: 0 } }, 'training.epochs', '0', /whole number from 1/],
  [
    'both epochs and updates',
    { ...circlesSpec, training: { ...training, updates: 5 } },
    'training',
    'epochs and updates',
    /exactly one of epochs, updates, examples/,
  ],
  ['no budget', { ...circlesSpec, training: { ...training, epochs: undefined } }, 'training', 'no budget', /exactly one of epochs/],
  ['units below one', { ...circlesSpec, network: { hidden: [4, 0] } }, 'network.hidden[1]', '0', /whole number from 1/],
  [
    'softmax in a hidden layer',
    { ...circlesSpec, network: { hidden: [4], activation: 'softmax' } },
    'network.activation',
    '"softmax"',
    /linear, .*sigmoid, .*relu/,
  ],
  ['an option of another data set', { ...circlesSpec, dataset: { name: 'eckerle4', noise: 0.1 } }, 'dataset.noise', 'an unknown setting, "noise"', /name/],
  [
    'regression data with a classification loss',
    { ...eckerleSpec, training: { ...eckerleSpec.training, loss: 'categoricalCrossentropy' } },
    'training.loss',
    'categoricalCrossentropy, a loss for classification',
    /meanSquaredError, .*: eckerle4 is data for regression/,
  ],
  [
    'classes with a regression loss',
    { ...circlesSpec, training: { ...training, loss: 'huber' } },
    'training.loss',
    'huber, a loss for regression',
    /binaryCrossentropy, categoricalCrossentropy/,
  ],
  [
    'three classes with binary cross-entropy',
    classes([0, 1, 2], { training: { ...training, loss: 'binaryCrossentropy', batchSize: 1 } }),
    'training.loss',
    'binaryCrossentropy with 3 classes',
    /categoricalCrossentropy/,
  ],
  [
    'an output activation that does not go with the loss',
    { ...circlesSpec, network: { ...network, outputActivation: 'relu' } },
    'network.outputActivation',
    'relu',
    /softmax with the loss categoricalCrossentropy/,
  ],
  ['scaled classes', { ...circlesSpec, scaling: { labels: 'minMax' } }, 'scaling.labels', 'minMax', /none/],
  ['batch larger than the training split', { ...circlesSpec, training: { ...training, batchSize: 81 } }, 'training.batchSize', '81', /at most 80/],
  ['everything held out', { ...circlesSpec, split: { validation: 0.6, test: 0.5 } }, 'split', 'validation 0.6 and test 0.5', /at least one of 100 examples/],
  ['a share of nobody', { ...circlesSpec, split: { validation: 0.001 } }, 'split.validation', '0.001', /at least 0.01/],
  ['a share of all', { ...circlesSpec, split: { validation: 1 } }, 'split.validation', '1', /below 1, or a whole number from 2 to/],
  ['a part of an example', { ...circlesSpec, split: { validation: 2.5 } }, 'split.validation', '2.5', /below 1, or a whole number from 2 to/],
  [
    'as many held out as there are',
    { ...circlesSpec, split: { validation: 60, test: 40 } },
    'split',
    'validation 60 and test 40',
    /at least one of 100 examples/,
  ],
  ['another way to hold out', { ...circlesSpec, split: { take: 'first' } }, 'split.take', '"first"', /one of random, last/],
  ['the last ones in proportion', { ...circlesSpec, split: { take: 'last', stratified: true } }, 'split.stratified', 'true', /false with take: last/],
  ['NaN in the data', inline({ x: [[0], [NaN]], y: [0, 1] }), 'dataset.x[1][0]', 'NaN', /number/],
  ['more than a float holds', inline({ x: [[0], [1e39]], y: [0, 1] }), 'dataset.x[1][0]', '1e+39', /number/],
  ['text in the data', inline({ x: [[0], ['one']], y: [0, 1] }), 'dataset.x[1][0]', '"one"', /number/],
  ['no rows', inline({ x: [], y: [] }), 'dataset.x', '[]', /at least one example/],
  ['too many rows', inline({ x: Array.from({ length: 100_001 }, () => [0]), y: [0] }), 'dataset.x', 'a list of 100001', /at most 100000 examples/],
  ['ragged rows', inline({ x: [[0, 1], [2]], y: [0, 1] }), 'dataset.x[1]', '1 features', /2, as in the first row/],
  ['labels missing', inline({ x: [[0], [1]], y: [0] }), 'dataset.y', '1 labels', /2, one per row/],
  ['ragged labels', inline({ x: [[0], [1]], y: [[0, 1], [0]] }), 'dataset.y[1]', '1 numbers', /2, as in the first row/],
  ['one class', classes([0, 0]), 'dataset.y', 'one class, 0', /at least two classes/],
  ['a fraction of a class', classes([0, 0.5]), 'dataset.y[1]', '0.5', /whole number from 0/],
  ['a class without examples', classes([0, 2]), 'dataset.y', 'no example of class 1', /without a gap/],
  [
    'given parameters for too few layers',
    inline({ x: [[0], [1]], y: [0, 1] }, givenParameters([{ kernel: [[1, 2]], bias: [0, 0] }])),
    'network.initializer.parameters',
    '1 layers',
    /2: the hidden layers and the output layer/,
  ],
  [
    'a given kernel of the wrong shape',
    inline(
      { x: [[0], [1]], y: [0, 1] },
      givenParameters([
        { kernel: [[1], [2]], bias: [0, 0] },
        { kernel: [[1], [2]], bias: [0] },
      ]),
    ),
    'network.initializer.parameters[0].kernel',
    '2 rows',
    /\[1\]\[2\]/,
  ],
  [
    'a given bias of the wrong length',
    inline(
      { x: [[0], [1]], y: [0, 1] },
      givenParameters([
        { kernel: [[1, 2]], bias: [0] },
        { kernel: [[1], [2]], bias: [0] },
      ]),
    ),
    'network.initializer.parameters[0].bias',
    '1 numbers',
    /2, one per unit/,
  ],
  ['an axis without values', { ...circlesSpec, compare: { 'training.batchSize': [] } }, 'compare.training.batchSize', '[]', /at least one value/],
  [
    'two equal values',
    { ...circlesSpec, compare: { 'training.batchSize': [10, 10] } },
    'compare.training.batchSize[1]',
    'a second value labelled "10"',
    /differ/,
  ],
  [
    'two axes that set one path',
    { ...circlesSpec, compare: { 'training.batchSize': [10], size: [{ label: 'a', set: { 'training.batchSize': 5 } }] } },
    'compare.size',
    'a second axis that sets training.batchSize',
    /does not set/,
  ],
  ['an axis that sets no path', { ...circlesSpec, compare: { batchSize: [10, 20] } }, 'compare.batchSize[0]', '10', /label, set/],
  ['an arm out of range', { ...circlesSpec, compare: { 'training.batchSize': [10, 500] } }, 'compare, arm "500", training.batchSize', '500', /at most 80/],
  [
    'an arm with an unknown path',
    { ...circlesSpec, compare: { 'training.speed': [1, 2] } },
    'compare, arm "1", training.speed',
    'an unknown setting, "speed"',
    /batchSize/,
  ],
  [
    'a path through the prototype',
    { ...circlesSpec, compare: { 'training.__proto__.x': [1] } },
    'compare, arm "1", training.__proto__.x',
    '"training.__proto__.x"',
    /path of a setting/,
  ],
  ['too many runs', { ...circlesSpec, seeds: 1000, compare: { 'training.batchSize': [10, 20, 30] } }, 'compare', '3000 runs', /at most 2000/],
  [
    'a verdict on a label that is not there',
    verdict({ ascending: [10, 30], where: { 'training.optimizer': 'sgd' } }),
    'verdict[0].ascending',
    '["10","30"]',
    /"10", "20"/,
  ],
  [
    'a verdict that leaves an axis open',
    verdict({ ascending: [10, 20] }),
    'verdict[0].where',
    'nothing about "training.optimizer"',
    /one label for every other axis/,
  ],
  [
    'a verdict that pins an axis that is not there',
    verdict({ ascending: [10, 20], where: { speed: 'high' } }),
    'verdict[0].where.speed',
    '"speed"',
    /name of an axis/,
  ],
  [
    'a verdict that pins a label that is not there',
    verdict({ ascending: [10, 20], where: { 'training.optimizer': 'lion' } }),
    'verdict[0].where.training.optimizer',
    '"lion"',
    /"sgd", "adam"/,
  ],
  ['a verdict that says nothing', verdict({}), 'verdict[0]', 'a verdict that says nothing', /exactly one of/],
  ['a verdict that says two things', verdict({ below: 1, above: 0 }), 'verdict[0]', 'below and above', /exactly one of/],
  [
    'a verdict on a metric of the other task',
    { ...circlesSpec, verdict: { metric: 'mae', split: 'train', below: 1 } },
    'verdict[0].metric',
    'mae',
    /loss, accuracy/,
  ],
  [
    'a verdict on a split that is not there',
    { ...circlesSpec, verdict: { metric: 'loss', split: 'test', below: 1 } },
    'verdict[0].split',
    'test',
    /split.test/,
  ],
  ['a verdict without a metric', verdict({ metric: undefined, below: 1 }), 'verdict.metric', 'nothing', /one of loss, accuracy/],
  ['a verdict without a split', verdict({ split: undefined, below: 1 }), 'verdict.split', 'nothing', /one of train, validation, test/],
  [
    'a metric for a verdict that has none',
    verdict({ metric: 'accuracy', diverges: true }),
    'verdict[0].metric',
    'accuracy',
    /nothing: diverges is not about a metric/,
  ],
  ['a moment for a verdict that has none', verdict({ at: 'best', diverges: true }), 'verdict[0].at', 'best', /nothing: diverges/],
  ['two kinds of verdict', verdict({ stuck: true, diverges: true }), 'verdict[0]', 'stuck and diverges', /exactly one of ascending, .*reaches, stuck/],
  [
    'a level that an arm reaches that is not there',
    verdict({ reaches: { level: 0.1, sooner: [10, 30] }, where: { 'training.optimizer': 'sgd' } }),
    'verdict[0].reaches.sooner',
    '["10","30"]',
    /"10", "20"/,
  ],
  ['one arm that is sooner', verdict({ reaches: { level: 0.1, sooner: [10] } }), 'verdict.reaches.sooner', '[10]', /two labels/],
  ['a level that is no number', verdict({ reaches: { level: 'low', sooner: [10, 20] } }), 'verdict.reaches.level', '"low"', /finite number/],
  ['a clock that is not there', verdict({ reaches: { level: 1, sooner: [10, 20], by: 'second' } }), 'verdict.reaches.by', '"second"', /step, epoch, example/],
  [
    'the same as itself',
    verdict({ same: { arms: [10, 10], margin: 1 }, where: { 'training.optimizer': 'sgd' } }),
    'verdict[0].same.arms',
    '["10","10"]',
    /differ/,
  ],
  ['three that are the same', verdict({ same: { arms: [10, 20, 10], margin: 1 } }), 'verdict.same.arms', 'a list of 3', /two labels/],
  ['the same without a margin', verdict({ same: { arms: [10, 20], margin: 0 } }), 'verdict.same.margin', '0', /above 0/],
  [
    'a ratio of a probe that is not asked for',
    verdict({ ratio: { probe: 'gradients', below: 1 } }),
    'verdict[0].ratio.probe',
    'gradients, which is not asked for',
    /probes name: none/,
  ],
  [
    'a ratio of a layer that is not there',
    { ...verdict({ ratio: { probe: 'gradients', of: 3, below: 1 } }), probes: ['gradients'] },
    'verdict[0].ratio.of',
    '3',
    /from 1 to 2, which arm "10 · sgd" has/,
  ],
  [
    'a reading that the probe does not make',
    { ...verdict({ ratio: { probe: 'gradients', value: 'dead', below: 1 } }), probes: ['gradients'] },
    'verdict[0].ratio.value',
    'dead',
    /norm, which gradients reads/,
  ],
  [
    'a ratio without a bound',
    { ...verdict({ ratio: { probe: 'gradients' } }), probes: ['gradients'] },
    'verdict[0].ratio',
    'no bound, or two',
    /exactly one of/,
  ],
  [
    'a share of weights with two bounds',
    verdict({ sparsity: { threshold: 1, below: 1, above: 0 } }),
    'verdict[0].sparsity',
    'a share without a bound, or with two',
    /exactly one of/,
  ],
  ['a margin of all of chance', verdict({ stuck: { margin: 1 } }), 'verdict.stuck.margin', '1', /below 1/],
  ['a share of seeds that is no majority', verdict({ below: 1, inAtLeast: 0.5 }), 'verdict.inAtLeast', '0.5', /above 0.5 to 1/],
  ['a control of nothing', { ...circlesSpec, controls: ['training.speed'] }, 'controls[0]', '"training.speed"', /path of a setting/],
  [
    'a control of what is compared',
    { ...circlesSpec, compare: { 'training.batchSize': [10, 20] }, controls: ['training.batchSize'] },
    'controls[0]',
    '"training.batchSize"',
    /not compared/,
  ],
  ['the figure fit for classes', { ...circlesSpec, figures: ['fit'] }, 'figures[0]', 'fit', /regression with one feature/],
  ['a metric to show that is not there', { ...circlesSpec, show: { metric: 'rss' } }, 'show.metric', 'rss', /loss, accuracy/],
];

test.each(malformed)('%s is an error that says where, what and what is allowed', (_what, spec, path, found, allowed) => {
  const problems = problemsOf(() => parseExperiment(spec, 'content/experiments/bad.yaml'));
  expect(problems.map((problem) => ({ path: problem.path, found: problem.found }))).toContainEqual({ path, found });
  expect(problems.find((problem) => problem.path === path)!.allowed).toMatch(allowed);
});

test('the message names the file and lists every problem, with its line', () => {
  const text = [
    'claim: x',
    'dataset: circles',
    'network:',
    '  hidden: [4, 0]',
    'training: { loss: categoricalCrossentropy, optimizer: adam,',
    '  batchSize: 0, epochs: 1 }',
  ].join('\n');
  try {
    readExperiment(text, 'content/experiments/bad.yaml');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SpecError);
    expect((error as Error).message.split('\n')).toEqual([
      'content/experiments/bad.yaml: 2 problems',
      '  line 4: network.hidden[1]: found 0; allowed: a whole number from 1 to 4096',
      '  line 6: training.batchSize: found 0; allowed: a whole number from 1 to 1000000',
    ]);
  }
});

test('text that is neither YAML nor JSON is an error with its line', () => {
  const [problem] = problemsOf(() => readExperiment('claim: x\nnetwork: {hidden: [1', 'bad.yaml'));
  expect(problem!.line).toBe(2);
  expect(problemsOf(() => readExperiment('claim: x\nclaim: y\n', 'bad.yaml'))[0]!.found).toMatch(/unique/);
});

test('JSON is read as well', () => {
  expect(readExperiment(JSON.stringify(circlesSpec, null, 2), 'circles-test.json')).toEqual(circlesExperiment());
});

test('an arm that changes the loss gets the output activation that goes with it', () => {
  const experiment = circlesExperiment({ compare: { 'training.loss': ['categoricalCrossentropy', 'binaryCrossentropy'] } });
  expect(experiment.arms.map(({ configuration }) => configuration.network.outputActivation.name)).toEqual(['softmax', 'sigmoid']);
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
