import { expect, test } from 'vitest';
import type { ProbeReading } from '../../../src/experiments/probes/reading.ts';
import type { Split } from '../../../src/engines/engine.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { judge } from '../../../src/experiments/verdicts/judge.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import type { Ending, RunResult } from '../../../src/experiments/train/result.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();
const SEEDS = [1, 2, 3, 4, 5, 6, 7];
const DIVERGED: Ending = { state: 'diverged', step: 3, explanation: '' };

/** Epochs 0, 1, 2, … of 8 updates; 80 examples train. */
function result(arm: string, seed: number, losses: number[], rest: Partial<RunResult> = {}): RunResult {
  return {
    arm,
    seed,
    engine: 'fused',
    ending: { state: 'finished' },
    digest: '',
    trainingTime: 0,
    totalTime: 0,
    history: {
      step: Float64Array.from(losses, (_, i) => 8 * i),
      epoch: Float64Array.from(losses, (_, i) => i),
      columns: [
        { split: 'train', metric: 'loss', values: Float64Array.from(losses) },
        { split: 'train', metric: 'accuracy', values: Float64Array.from(losses, (loss) => 1 - loss) },
      ],
    },
    ...rest,
  };
}

function experimentOf(verdict: object, rest: object = {}): Experiment {
  return circlesExperiment({ compare: { 'training.batchSize': [10, 20] }, verdict, ...rest });
}

/** The judgement of seven seeds, in each of which `of` gives the results. */
function judged(verdict: object, of: (seed: number) => RunResult[], rest: object = {}) {
  return judge(experimentOf(verdict, rest), SEEDS.flatMap(of))[0]!;
}

test('reaches: the arm that is there first, by step, by epoch, by example', () => {
  // Level 0.5: arm 10 at epoch 1 (0.4), arm 20 at epoch 3.
  const runs = (seed: number) => [result('10', seed, [1, 0.4, 0.6, 0.3]), result('20', seed, [1, 0.9, 0.8, 0.5])];
  const claim = (by: string, sooner = [10, 20]) => ({ metric: 'loss', split: 'train', reaches: { level: 0.5, sooner, by } });
  expect(judged(claim('epoch'), runs)).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 2 }, quantity: 'delay in epochs' });
  expect(judged(claim('step'), runs)).toMatchObject({ effect: { median: 16 } });
  expect(judged(claim('example'), runs)).toMatchObject({ effect: { median: 160 } });
  expect(judged(claim('epoch', [20, 10]), runs)).toMatchObject({ outcome: 'reversed', agree: 0, effect: { median: -2 } });
  // An accuracy comes up to its level: 1 − 0.4 ≥ 0.55 at epoch 1, and 1 − 0.5 never.
  const accuracy = { metric: 'accuracy', split: 'train', reaches: { level: 0.55, sooner: [10, 20] } };
  expect(judged(accuracy, runs)).toMatchObject({ outcome: 'holds', effect: { median: null } });
});

test('reaches: never is infinitely late, also where the run diverged; two that never come are not apart', () => {
  const claim = { metric: 'loss', split: 'train', reaches: { level: 0.5, sooner: [10, 20] } };
  const never = (arm: string, seed: number) => result(arm, seed, [1, 0.9]);
  expect(judged(claim, (seed) => [result('10', seed, [1, 0.4]), never('20', seed)])).toMatchObject({ outcome: 'holds', effect: { median: null } });
  expect(judged(claim, (seed) => [never('10', seed), never('20', seed)])).toMatchObject({
    outcome: 'no difference',
    agree: 0,
    against: 0,
    effect: { median: 0 },
  });
  const lost = (seed: number) => [result('10', seed, [1, 0.4], { ending: DIVERGED }), result('20', seed, [1, 0.6], { ending: DIVERGED })];
  expect(judged(claim, lost)).toMatchObject({ outcome: 'holds', agree: 7 });
});

test('stuck and learns: on either side of chance less the margin', () => {
  const runs =
    (loss: number, rest: Partial<RunResult> = {}) =>
    (seed: number) =>
      ['10', '20'].map((arm) => result(arm, seed, [1, loss], { chance: 0.5, ...rest }));
  // 0.48 is 96 % of chance, 0.4 is 80 %.
  expect(judged({ stuck: { margin: 0.1 } }, runs(0.48))).toMatchObject({ outcome: 'holds', agree: 7 });
  expect(judged({ stuck: { margin: 0.1 } }, runs(0.48)).effect.median).toBeCloseTo(0.96, 12);
  expect(judged({ learns: { margin: 0.1 } }, runs(0.48))).toMatchObject({ outcome: 'reversed', agree: 0 });
  expect(judged({ stuck: { margin: 0.1 } }, runs(0.4))).toMatchObject({ outcome: 'reversed', agree: 0 });
  expect(judged({ learns: { margin: 0.1 } }, runs(0.4))).toMatchObject({ outcome: 'holds', agree: 7 });
  // Exactly at chance, without a margin, nothing has been learned.
  expect(judged({ stuck: { margin: 0 } }, runs(0.5))).toMatchObject({ outcome: 'holds' });
  // The usual margin is 5 %.
  expect(judged({ stuck: true }, runs(0.48))).toMatchObject({ outcome: 'holds' });
  expect(judged({ stuck: true }, runs(0.47))).toMatchObject({ outcome: 'reversed' });
  // A run that diverged is neither.
  for (const verdict of [{ stuck: true }, { learns: true }]) {
    expect(judged(verdict, runs(0.5, { ending: DIVERGED }))).toMatchObject({ outcome: 'reversed', agree: 0, effect: { median: null } });
  }
  // Without the loss of chance nothing can be said.
  expect(judge(experimentOf({ stuck: true }), [result('10', 1, [1]), result('20', 1, [1])])[0]).toMatchObject({ seeds: 0, outcome: 'open' });
});

test('diverges: all of the arms, or none', () => {
  const runs = (first: boolean, second: boolean) => (seed: number) =>
    [first, second].map((lost, i) => result(String(10 * (i + 1)), seed, [1], lost ? { ending: DIVERGED } : {}));
  expect(judged({ diverges: true }, runs(true, true))).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 1 } });
  expect(judged({ diverges: true }, runs(true, false))).toMatchObject({ outcome: 'reversed', agree: 0, effect: { median: 0.5 } });
  expect(judged({ diverges: true, where: { 'training.batchSize': 10 } }, runs(true, false))).toMatchObject({
    outcome: 'holds',
    quantity: '',
  });
  expect(judged({ diverges: false }, runs(false, false))).toMatchObject({ outcome: 'holds', quantity: 'share of arms that did not diverge' });
  expect(judged({ diverges: false }, runs(true, false))).toMatchObject({ outcome: 'reversed' });
});

test('reading: what a probe reads of one layer, at the start or at the end', () => {
  const at = (step: number, ...dead: number[]): ProbeReading => {
    const layers = dead.map((share) => ({ mean: 0, variance: 1, dead: share, histogram: { low: 0, high: 1, counts: [1] } }));
    return { probe: 'activations', step, epoch: step / 8, layers };
  };
  const probes = [at(0, 0, 0.25, 0), at(8, 0.5, 1, 0)];
  const two = { network: { hidden: [4, 4] }, probes: ['activations'] };
  const runs = (rest: Partial<RunResult>) => (seed: number) => ['10', '20'].map((arm) => result(arm, seed, [1, 1], rest));
  const dead = (rest: object) => ({ reading: { probe: 'activations', value: 'dead', ...rest } });
  expect(judged(dead({ above: 0.25 }), runs({ probes }), two)).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0.5 } });
  expect(judged(dead({ layer: 2, when: 'start', above: 0.5 }), runs({ probes }), two)).toMatchObject({
    outcome: 'reversed',
    effect: { median: 0.25 },
    quantity: 'share of dead units, layer 2',
  });
  expect(judged(dead({ layer: 'last', below: 0.125 }), runs({ probes }), two)).toMatchObject({ outcome: 'holds', effect: { median: 0 } });
  // The reading before training is there also if the run diverged; the last one is not that of the end.
  expect(judged(dead({ layer: 2, when: 'start', above: 0 }), runs({ probes, ending: DIVERGED }), two)).toMatchObject({ outcome: 'holds' });
  expect(judged(dead({ above: 0 }), runs({ probes, ending: DIVERGED }), two)).toMatchObject({ outcome: 'reversed', agree: 0 });
  expect(() => experimentOf(dead({ above: 0, layer: 4 }), two)).toThrow('a layer from 1 to 3');
  expect(() => experimentOf(dead({}), two)).toThrow('exactly one of below, above');
});

test('reading: what a probe reads of the whole network names no layer', () => {
  const probes: ProbeReading[] = [{ probe: 'curvature', step: 8, epoch: 1, eigenvalue: 3, products: 5, converged: true }];
  const runs = (seed: number) => ['10', '20'].map((arm) => result(arm, seed, [1, 1], { probes }));
  expect(judged({ reading: { probe: 'curvature', below: 4 } }, runs, { probes: ['curvature'] })).toMatchObject({
    outcome: 'holds',
    effect: { median: 3 },
    quantity: 'largest eigenvalue of the Hessian',
  });
});

test('rises: what a probe reads, along arms; a run that diverged before it is behind all others', () => {
  const reading = (eigenvalue: number): ProbeReading[] => [{ probe: 'curvature', step: 8, epoch: 1, eigenvalue, products: 5, converged: true }];
  const runs =
    (second: number, rest: Partial<RunResult> = {}) =>
    (seed: number) => [result('10', seed, [1, 1], { probes: reading(3) }), result('20', seed, [1, 1], { probes: reading(second), ...rest })];
  const claim = { rises: { probe: 'curvature', along: [10, 20] } };
  const probes = { probes: ['curvature'] };
  expect(judged(claim, runs(4), probes)).toMatchObject({
    outcome: 'holds',
    agree: 7,
    effect: { median: 1 },
    quantity: 'difference in the largest eigenvalue of the Hessian',
  });
  expect(judged(claim, runs(2), probes)).toMatchObject({ outcome: 'reversed', effect: { median: -1 } });
  // A tenth of the larger value is what matters.
  expect(judged(claim, runs(3.2), probes)).toMatchObject({ outcome: 'no difference' });
  expect(judged({ ...claim, matters: 0.1 }, runs(3.2), probes)).toMatchObject({ outcome: 'holds' });
  expect(judged(claim, runs(2, { ending: DIVERGED }), probes)).toMatchObject({ outcome: 'holds' });
  expect(() => experimentOf(claim)).toThrow('a probe that the experiment’s probes name');
  expect(() => experimentOf({ rises: { probe: 'curvature', along: [10, 30] } }, probes)).toThrow('labels of one axis');
});

test('ratio: what a probe reads of one layer over what it reads of another', () => {
  const reading = (step: number, ...norms: number[]): ProbeReading => ({ probe: 'gradients', step, epoch: step / 8, layers: norms.map((norm) => ({ norm })) });
  // At the start 0.001/0.5 = 0.002; at the end 0.25/0.5 = 0.5.
  const probes = [reading(0, 0.001, 0.1, 0.5), reading(8, 0.25, 0.1, 0.5)];
  const two = { network: { hidden: [4, 4] }, probes: ['gradients'] };
  const runs = (rest: Partial<RunResult>) => (seed: number) => ['10', '20'].map((arm) => result(arm, seed, [1, 1], rest));
  const start = judged({ ratio: { probe: 'gradients', when: 'start', below: 0.01 } }, runs({ probes }), two);
  expect(start).toMatchObject({ outcome: 'holds', agree: 7 });
  expect(start.effect.median).toBeCloseTo(0.002, 12);
  expect(judged({ ratio: { probe: 'gradients', below: 0.01 } }, runs({ probes }), two)).toMatchObject({ outcome: 'reversed', effect: { median: 0.5 } });
  expect(judged({ ratio: { probe: 'gradients', of: 3, to: 2, above: 4 } }, runs({ probes }), two)).toMatchObject({
    outcome: 'holds',
    effect: { median: 5 },
    quantity: 'norm of the gradient, layer 3 over layer 2',
  });
  // Nothing over nothing, and what was lost when the run diverged, is no ratio.
  expect(judged({ ratio: { probe: 'gradients', below: 9 } }, runs({ probes: [reading(0, 0, 0, 0)] }), two)).toMatchObject({ outcome: 'reversed', agree: 0 });
  expect(judged({ ratio: { probe: 'gradients', below: 9 } }, runs({ probes, ending: DIVERGED }), two)).toMatchObject({ outcome: 'reversed', agree: 0 });
});

test('sparsity: the share of small weights', () => {
  const runs =
    (share: number, rest: Partial<RunResult> = {}) =>
    (seed: number) =>
      ['10', '20'].map((arm) => result(arm, seed, [1], { small: [{ threshold: 0.001, share }], ...rest }));
  const claim = { sparsity: { threshold: 0.001, above: 0.5 } };
  expect(judged(claim, runs(0.75))).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0.75 } });
  expect(judged(claim, runs(0.5))).toMatchObject({ outcome: 'no difference', agree: 0, against: 0 });
  expect(judged({ sparsity: { threshold: 0.001, below: 0.5 } }, runs(0.25))).toMatchObject({ outcome: 'holds', effect: { median: 0.25 } });
  expect(judged(claim, runs(0.75, { ending: DIVERGED }))).toMatchObject({ outcome: 'reversed', agree: 0 });
});

test('same: the whole interval lies within the margin', () => {
  // Differences, second less first.
  const runs = (differences: number[]) => (seed: number) => [result('10', seed, [1]), result('20', seed, [1 + differences[seed - 1]!])];
  const claim = (margin: number) => ({ metric: 'loss', split: 'train', same: { arms: [10, 20], margin }, inAtLeast: 0.8 });
  expect(judged(claim(0.5), runs([0.25, -0.25, 0, 0.125, -0.125, 0, 0]))).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0 } });
  // Of seven, the interval goes from the smallest to the largest: one that is far off leaves it open.
  expect(judged(claim(0.5), runs([0, 0, 0, 0, 0, 0, 2]))).toMatchObject({ outcome: 'open', agree: 6, against: 1, effect: { median: 0, high: 2 } });
  expect(judged(claim(0.5), runs([1, 1, 1, 1, 1, 1, 1]))).toMatchObject({ outcome: 'reversed', agree: 0, effect: { median: 1 } });
  // Not to have shown a difference is not to have shown that there is none, nor is it a difference of the median.
  expect(judged(claim(0.5), runs([1, -1, 1, -1, 1, -1, 0]))).toMatchObject({ outcome: 'open', agree: 1 });
  const lost = (seed: number) => ['10', '20'].map((arm) => result(arm, seed, [1], { ending: DIVERGED }));
  expect(judged(claim(0.5), lost)).toMatchObject({ outcome: 'reversed', agree: 0 });
});

test('gap: one split less another, at the same moment of the same run', () => {
  // Validation is best at epoch 1, with 0.25, where the test split has 0.75; at the end they have 0.5 and 0.875.
  const runs =
    (rest: Partial<RunResult> = {}) =>
    (seed: number) =>
      ['10', '20'].map((arm) => {
        const own = result(arm, seed, [1, 0.5, 0.25], rest);
        const column = (split: Split, values: number[]) => ({ split, metric: 'loss', values: Float64Array.from(values) });
        own.history.columns.push(column('validation', [1, 0.25, 0.5]), column('test', [1, 0.75, 0.875]));
        return own;
      });
  const split = { split: { validation: 0.2, test: 0.2 } };
  const claim = (at: string, bounds: object) => ({ metric: 'loss', split: 'test', at, gap: { over: 'validation', ...bounds } });
  expect(judged(claim('best', { above: 0.4 }), runs(), split)).toMatchObject({ outcome: 'holds', agree: 7, effect: { median: 0.5 } });
  expect(judged(claim('final', { above: 0.4 }), runs(), split)).toMatchObject({ outcome: 'reversed', agree: 0, effect: { median: 0.375 } });
  expect(judged(claim('final', { below: 0.4 }), runs(), split)).toMatchObject({ outcome: 'holds' });
  expect(judged(claim('final', { below: 9 }), runs({ ending: DIVERGED }), split)).toMatchObject({ outcome: 'reversed', agree: 0 });
  expect(() => experimentOf(claim('final', { below: 1 }))).toThrow(/split/);
  expect(() => experimentOf(claim('final', {}), split)).toThrow(/exactly one of below, above/);
});

test('interaction: a difference of differences, in the order in which axes and labels are named', () => {
  const compare = { 'training.batchSize': [10, 20], 'training.optimizer': ['sgd', 'adam'] };
  // sgd: from 1 to 4, adds 3; adam: from 2 to 2.5, adds 0.5.
  const losses: Record<string, number> = { '10 · sgd': 1, '20 · sgd': 4, '10 · adam': 2, '20 · adam': 2.5 };
  const runs =
    (rest: Partial<RunResult> = {}) =>
    (seed: number) =>
      Object.entries(losses).map(([arm, loss]) => result(arm, seed, [loss], arm === '20 · adam' ? rest : {}));
  const corners = { 'training.optimizer': ['adam', 'sgd'], 'training.batchSize': [10, 20] };
  const claim = (rest: object, of: object = corners) => ({ metric: 'loss', split: 'train', interaction: { of, ...rest } });
  expect(judged(claim({ above: 2 }), runs(), { compare })).toMatchObject({
    ...{ outcome: 'holds', agree: 7, effect: { median: 2.5 } },
    quantity: 'difference of differences in train loss',
  });
  // The two settings may change places; the labels of one may not.
  expect(judged(claim({ above: 2 }, { 'training.batchSize': [10, 20], 'training.optimizer': ['adam', 'sgd'] }), runs(), { compare })).toMatchObject({
    effect: { median: 2.5 },
  });
  expect(judged(claim({ above: 2 }, { ...corners, 'training.optimizer': ['sgd', 'adam'] }), runs(), { compare })).toMatchObject({
    ...{ outcome: 'reversed', agree: 0, effect: { median: -2.5 } },
  });
  expect(judged(claim({ within: 3 }), runs(), { compare })).toMatchObject({ outcome: 'holds' });
  expect(judged(claim({ within: 1 }), runs(), { compare })).toMatchObject({ outcome: 'reversed' });
  for (const bound of [{ above: 0 }, { below: 9 }, { within: 9 }])
    expect(judged(claim(bound), runs({ ending: DIVERGED }), { compare })).toMatchObject({ agree: 0 });
  const wrong = (verdict: object, words: RegExp) => expect(() => experimentOf(verdict, { compare })).toThrow(words);
  wrong(claim({}), /exactly one of below, above, within/);
  wrong(claim({ above: 0 }, { 'training.optimizer': ['adam', 'sgd'] }), /two axes, with two labels each/);
  wrong(claim({ above: 0 }, { ...corners, 'training.optimizer': ['adam', 'adam'] }), /two labels that differ, of "sgd", "adam"/);
  wrong(claim({ above: 0 }, { ...corners, 'training.epochs': [1, 2] }), /two axes/);
  wrong(claim({ above: 0 }, { 'training.batchSize': [10, 20], 'training.epochs': [1, 2] }), /the name of an axis: "training.batchSize"/);
  wrong({ ...claim({ above: 0 }), where: { 'training.batchSize': '10' } }, /nothing: the interaction names two labels/);
});

test('several verdicts are judged one by one', () => {
  const experiment = experimentOf([
    { claim: 'a', diverges: false },
    { claim: 'b', metric: 'loss', split: 'train', below: 0.5 },
  ]);
  const results = SEEDS.flatMap((seed) => ['10', '20'].map((arm) => result(arm, seed, [1])));
  expect(judge(experiment, results).map(({ claim, outcome }) => [claim, outcome])).toEqual([
    ['a', 'holds'],
    ['b', 'reversed'],
  ]);
});

test('what real runs are found to do', async () => {
  const engine = await loadEngine('fused', kernel);
  const training = { loss: 'categoricalCrossentropy', batchSize: 10, epochs: 3 };
  const experiment = circlesExperiment({
    compare: {
      kind: [
        { label: 'still', set: { 'training.optimizer': { name: 'sgd', learningRate: 0 } } },
        { label: 'learning', set: { 'training.optimizer': { name: 'adam', learningRate: 0.03 }, 'training.epochs': 60, 'network.hidden': [16] } },
        { label: 'deep', set: { 'network.hidden': [8, 8, 8, 8], 'network.activation': 'sigmoid' } },
      ],
    },
    training: { ...training, optimizer: 'sgd' },
    seeds: 7,
    probes: ['gradients'],
    verdict: [
      // A network of random weights is seldom better than no network at all.
      { claim: 'still', stuck: { margin: 0.2 }, where: { kind: 'still' }, inAtLeast: 0.6 },
      { claim: 'learning', learns: { margin: 0.2 }, where: { kind: 'learning' } },
      { claim: 'sooner', metric: 'loss', split: 'train', reaches: { level: 0.5, sooner: ['learning', 'still'] } },
      // Each sigmoid layer multiplies the gradient by at most ¼ of its weights (Hochreiter 1991).
      { claim: 'vanishing', ratio: { probe: 'gradients', when: 'start', below: 0.1 }, where: { kind: 'deep' } },
      { claim: 'dense', sparsity: { threshold: 1e-12, below: 0.01 }, where: { kind: 'learning' } },
      { claim: 'finite', diverges: false, where: { kind: 'still' } },
    ],
  });
  const results: RunResult[] = [];
  for (const run of expand(experiment, SEEDS)) results.push(await trainRun(run, engine, kernel));
  expect(judge(experiment, results).map(({ claim, outcome, seeds }) => `${claim} ${outcome} ${seeds}`)).toEqual(
    experiment.verdicts.map(({ claim }) => `${claim} holds 7`),
  );
});

test('smoother: rises of the loss, for each step; a run that diverged is rougher than any', () => {
  // Arm 10 rises by 0.1 in three steps, arm 20 by 0.4; both begin and end alike.
  const runs = (seed: number) => [result('10', seed, [1, 0.5, 0.6, 0.3]), result('20', seed, [1, 0.2, 0.6, 0.3])];
  const claim = { metric: 'loss', split: 'train', smoother: [10, 20] };
  const judgement = judged(claim, runs);
  expect(judgement).toMatchObject({ outcome: 'holds', agree: 7, quantity: 'difference in the roughness of the train loss' });
  expect(judgement.effect.median).toBeCloseTo(0.3 / 3, 12);
  // The default: a tenth of the larger roughness, 0.4/3.
  expect(judgement.matters).toBeCloseTo(0.04 / 3, 12);
  expect(judged({ ...claim, smoother: [20, 10] }, runs)).toMatchObject({ outcome: 'reversed', against: 7 });
  const lost = (seed: number) => [result('10', seed, [1, 0.5, 0.6, 0.3]), result('20', seed, [1], { ending: DIVERGED })];
  expect(judged(claim, lost)).toMatchObject({ outcome: 'holds', effect: { median: null } });
});
