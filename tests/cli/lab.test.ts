import { expect, test } from 'vitest';
import { kernelHash } from '../../src/kernel/node.ts';
import { lab as call, startLab, testFolder, type Outcome } from './lab.ts';

const { write: file } = testFolder();
const lab = (...args: string[]) => call(args);

/** What the tests look at of the object that --json prints. */
interface Report {
  experiment: { training: { optimizer: object } };
  runs: { arm: string; seed: number; digest: string; history: object[]; parameters?: object[] }[];
}

const parse = ({ stdout }: Outcome) => JSON.parse(stdout) as Report;

/**
 * Small enough for paper: one input, one linear output, w = 1, b = 0; two examples in stored order, one per
 * update; SGD with learning rate 0.25, all numbers exact in binary.
 */
const byHand = {
  dataset: { name: 'inline', task: 'regression', x: [[1], [2]], y: [2, 1] },
  network: { hidden: [], initializer: { name: 'given', parameters: [{ kernel: [[1]], bias: [0] }] } },
  training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0.25 }, batchSize: 1, shuffle: false, epochs: 1 },
};

test('run --json --parameters prints one object that agrees with the calculation by hand', async () => {
  const outcome = await lab('run', file('by-hand.json', byHand), '--json', '--parameters');
  expect(outcome.code).toBe(0);
  const report = parse(outcome);
  expect(report).toMatchObject({ id: 'by-hand', engine: 'fused', kernel: kernelHash(), judgements: [] });
  expect(report.runs).toHaveLength(1);
  const run = report.runs[0]!;
  expect(run).toMatchObject({ arm: 'network', labels: {}, seed: 1, ending: { state: 'finished' } });
  // Before: residuals ŷ − y = 1 − 2 and 2 − 1, so loss 1.
  // Step 1, x = 1: gradient 2·(−1)·1 for w and 2·(−1) for b; w = 1.5, b = 0.5.
  // Step 2, x = 2: ŷ = 3.5, residual 2.5; gradients 2·2.5·2 = 10 and 5; w = −1, b = −0.75.
  expect(run.parameters).toEqual([{ kernel: [[-1]], bias: [-0.75] }]);
  // After: ŷ = −1.75 and −2.75, residuals −3.75 and −3.75: loss 14.0625, sum of squares twice that.
  expect(run.history).toEqual([
    { step: 0, epoch: 0, train: { loss: 1, mae: 1, rmse: 1, rss: 2 } },
    { step: 2, epoch: 1, train: { loss: 14.0625, mae: 3.75, rmse: 3.75, rss: 28.125 } },
  ]);
});

test('the spec that --json prints is explicit, and runs to the same bits', async () => {
  const spec = {
    dataset: 'circles',
    network: { hidden: [4] },
    training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 50, epochs: 2 },
    compare: { 'training.batchSize': [50, 100] },
  };
  const first = parse(await lab('run', file('first.json', spec), '--json', '--seeds', '2'));
  expect(first.experiment.training.optimizer).toEqual({ name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
  const second = parse(await lab('run', file('second.json', first.experiment), '--json', '--seeds', '2'));
  const digests = ({ runs }: Report) => runs.map(({ arm, seed, digest, history }) => ({ arm, seed, digest, history }));
  expect(digests(second)).toEqual(digests(first));
  expect(first.runs.map(({ arm, seed }) => `${arm} ${seed}`)).toEqual(['50 1', '100 1', '50 2', '100 2']);
});

test('run --json has what the spec asks for: probes, confusion matrix, pre-training, checkpoints, early stopping', async () => {
  const spec = {
    dataset: { name: 'moons', examples: 60 },
    network: { hidden: [4], normalization: 'none' },
    training: {
      loss: 'categoricalCrossentropy',
      optimizer: 'adam',
      batchSize: 16,
      epochs: 4,
      schedule: 'cosine',
      earlyStopping: { patience: 1, minDelta: 1000 },
      checkpoints: { every: 1 },
    },
    pretraining: { epochs: 1 },
    metrics: ['f1', 'confusionMatrix'],
    probes: ['gradients', { name: 'surface', resolution: 3 }],
  };
  const outcome = await lab('run', file('inside.json', spec), '--json');
  expect(outcome.code).toBe(0);
  const [run] = (JSON.parse(outcome.stdout) as { runs: Record<string, never>[] }).runs;
  expect(run).toMatchObject({
    // The second epoch cannot be better by a thousand.
    ending: { state: 'finished', earlyStopping: { stopped: true, epoch: 2, best: { epoch: 1 }, restored: true } },
    history: [{ step: 0 }, { epoch: 1, train: { f1: expect.any(Number) as number, learningRate: expect.any(Number) as number } }, { epoch: 2 }],
    pretraining: [{ layer: 1, updates: 3 }],
    checkpoints: [
      { epoch: 1, best: false, parameters: [{ bias: expect.any(Array) as number[] }, {}] },
      { epoch: 2, best: false },
    ],
    probes: [
      { probe: 'gradients', step: 0, layers: [{ norm: expect.any(Number) as number }, {}] },
      { probe: 'surface', step: 0, x1: expect.any(Array) as number[] },
      { probe: 'gradients', step: 6 },
      { probe: 'surface', step: 6 },
    ],
  });
  // 12 of the 60 are held out.
  const { confusion } = run as unknown as { confusion: { validation: number[][] } };
  expect(confusion.validation.flat().reduce((a, b) => a + b)).toBe(12);
  const table = await lab('run', file('inside.json', spec));
  expect(table.stdout).toContain('network, seed 1: Stopped at epoch 2: the validation loss had not become better for 1 epoch. Best was epoch 1');
});

test('without --json it is a table for people', async () => {
  const { code, stdout } = await lab('run', file('table.json', byHand));
  expect(code).toBe(0);
  expect(stdout).toMatch(/arm\s+finished\s+train loss/);
  expect(stdout).toMatch(/network\s+1 of 1\s+14\.06/);
});

test('another engine on request', async () => {
  const { code, stdout } = await lab('run', file('other.json', byHand), '--json', '--parameters', '--engine', 'tfjs-cpu');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ engine: 'tfjs-cpu', runs: [{ parameters: [{ kernel: [[-1]], bias: [-0.75] }] }] });
});

test('a run that diverges says so and is no failure', async () => {
  const spec = { ...byHand, training: { ...byHand.training, optimizer: { name: 'sgd', learningRate: 1e6 }, epochs: 100 } };
  const { code, stdout } = await lab('run', file('diverges.json', spec));
  expect(code).toBe(0);
  expect(stdout).toMatch(/network, seed 1: Diverged at step \d+: /);
});

test('a bad spec exits with 1 and says file, line, path, found and allowed', async () => {
  const path = file(
    'bad.yaml',
    'dataset: circles\nnetwork: { hidden: [4] }\ntraining:\n  loss: categoricalCrossentropy\n  optimizer: adam\n  batchSize: 0\n  epochs: 1\n',
  );
  for (const command of ['run', 'lint']) {
    const { code, stderr } = await lab(command, path);
    expect(code).toBe(1);
    expect(stderr).toContain('bad.yaml: one problem\n  line 6: training.batchSize: found 0; allowed: a whole number from 1 to 1000000');
    expect(stderr).not.toContain('    at ');
  }
});

test.each([
  [['run'], /one FILE or ID, found 0/],
  [['run', 'no-such-experiment'], /no experiment "no-such-experiment"/],
  [['run', './no-such-file.yaml'], /no file \.\/no-such-file\.yaml\. Give the YAML or JSON file of one experiment, or its id/],
  [['run', 'x', '--engine', 'abacus'], /--engine: found abacus; allowed: fused, tfjs-wasm, tfjs-cpu/],
  [['run', 'x', '--engine', 'tfjs-webgl'], /needs a browser/],
  [['run', 'x', '--seeds', '0'], /--seeds: found 0; allowed: a whole number from 1 to 1000/],
  [['run', 'x', '--seeds', 'many'], /--seeds: found many/],
  [['run', 'x', '--sedes', '3'], /sedes/],
  [['verify', '--json'], /no option --json/],
  [['train'], /no command "train"; there are: run, record, verify, .*list, lint/],
  [['verify', '--sample=-1'], /--sample: found -1; allowed: a whole number from 0/],
  [['verify', '--day', '2026-01-01'], /--day goes with --sample/],
  [['verify', '--sample', '--day', '1st of May'], /--day: found 1st of May; allowed: a date/],
  [['new'], /lab new takes one ID, found 0/],
  [['new', 'Not An Id'], /"Not An Id" cannot be an id; allowed: small letters/],
  [['new', 'eckerle4-fit'], /eckerle4-fit\.yaml is there already/],
  [['record', 'no-such-experiment'], /no published experiment or search "no-such-experiment"/],
])('%j exits with 1 and a sentence', async (args, message) => {
  const { code, stderr } = await lab(...args);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
});

/** Every command as a program of its own, once: its modules load, and it says what it has to say and ends. */
test.each<[string[], number, RegExp]>([
  [['--help'], 0, /lab verify/],
  [['train'], 1, /no command "train"/],
  [['run', file('started.json', byHand)], 0, /network\s+1 of 1\s+14\.06/],
  [['record', 'no-such-experiment'], 1, /no published experiment or search "no-such-experiment"/],
  [['verify', 'no-such-experiment'], 1, /no-such-experiment/],
  [['search', 'nowhere.yaml'], 1, /There is no file nowhere\.yaml\. Give the YAML or JSON file of one search, or its id/],
  [['export', 'eckerle4-fit', '--to', 'wordperfect'], 1, /--to: found wordperfect; allowed: /],
  [['new', 'eckerle4-fit'], 1, /is there already/],
  [['schema'], 0, /"title": "Experiment"/],
  [['list'], 0, /eckerle4-fit/],
  [['lint', 'eckerle4-fit'], 0, /./],
])('started as a program: lab %j', { timeout: 60_000 }, async (args, expected, message) => {
  const { code, stdout, stderr } = await startLab(args);
  expect(stdout + stderr).toMatch(message);
  expect(code).toBe(expected);
  expect(stderr).not.toContain('    at ');
});

test('schema prints a JSON Schema', async () => {
  const { code, stdout } = await lab('schema');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ title: 'Experiment', type: 'object' });
});

test('help', async () => {
  const { code, stdout } = await lab('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('lab verify');
});
