import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { decodeHash } from '../../../src/experiments/change/share.ts';
import { cellHash, cellsOf, isMapped, type Mapped } from '../../../src/experiments/maps/cells.ts';
import { chooseMap, typedConditions } from '../../../src/experiments/maps/chooseMap.ts';
import { checkMapRecording, makeMapRecording, mapHash } from '../../../src/experiments/maps/mapRecording.ts';
import { leanOf } from '../../../src/experiments/maps/lean.ts';
import { mapView } from '../../../src/experiments/maps/mapView.ts';
import { trainMap } from '../../../src/experiments/maps/trainMap.ts';
import type { Job, JobOptions, Pool } from '../../../src/experiments/pool/pool.ts';
import { formatRecording } from '../../../src/experiments/record/formatRecording.ts';
import { specHash } from '../../../src/experiments/record/record.ts';
import { expand, seedsUpTo } from '../../../src/experiments/spec/expand.ts';
import { SpecError, writeExperiment, parseExperiment, type Problem } from '../../../src/experiments/spec/spec.ts';
import type { Run } from '../../../src/experiments/train/observation.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import type { RunResult } from '../../../src/experiments/train/result.ts';
import { judge } from '../../../src/experiments/verdicts/judge.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);

const spec = {
  compare: { 'training.batchSize': [10, 40] },
  seeds: 7,
  verdict: { claim: 'A larger batch ends higher.', metric: 'loss', split: 'train', ascending: [10, 40] },
};
const over = { 'training.epochs': [1, 4], 'network.hidden': [[2], [4, 4]] };

function mapped(map: object = { over, seeds: 7 }): Mapped {
  const experiment = circlesExperiment({ ...spec, map });
  if (!isMapped(experiment)) throw new Error('It should have a map.');
  return experiment;
}

function problemsOf(map: object): Problem[] {
  try {
    mapped(map);
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
  return [];
}

/** Trains here, run after run, from the last to the first, as no pool would: the order must not matter. */
const backwards: Pool = {
  start(runs: readonly Run[], { onResult, keep }: JobOptions): Job {
    const done = (async () => {
      const results: RunResult[] = [];
      for (const [index, run] of [...runs.entries()].reverse()) {
        const result = await trainRun(run, fused, kernel);
        results[index] = keep?.(index, result) ?? result;
        onResult?.(index, result);
      }
      return results;
    })();
    const still = () => Promise.resolve();
    return { done, cancel: () => undefined, pause: still, resume: still, still };
  },
  warm: () => undefined,
  close: () => undefined,
};

test('a map is explicit, written down it parses to itself, and it does not change what the experiment itself is', () => {
  const experiment = mapped({ over });
  expect(experiment.map).toMatchObject({ claim: 1, seeds: 10, over: [{ name: 'training.epochs' }, { name: 'network.hidden' }] });
  expect(parseExperiment(writeExperiment(experiment), 'circles.yaml').map).toEqual(experiment.map);
  expect(specHash(experiment)).toBe(specHash(circlesExperiment(spec)));
  expect(mapView(experiment, []).claim).toBe('A larger batch ends higher.');
  const worded = mapped({ over, sentence: 'Larger, higher.' });
  expect(mapView(worded, []).claim).toBe('Larger, higher.');
  expect(parseExperiment(writeExperiment(worded), 'circles.yaml').map).toEqual(worded.map);
});

test('many layers of one width are said in short, since a column is as wide as its name', () => {
  const layers = [[4, 4, 4], [4, 4, 4, 4], [4, 4, 4, 8], Array<number>(12).fill(32)];
  const { conditions } = mapView(mapped({ over: { 'network.hidden': layers } }), []);
  expect(conditions[0]!.labels).toEqual(['4-4-4', '4 × 4', '4-4-4-8', '12 × 32']);
});

test('cells are all combinations, the last condition fastest, each with its settings in every arm', () => {
  const cells = cellsOf(mapped());
  expect(cells.map(({ labels }) => labels)).toEqual([
    ['1', '2'],
    ['1', '4-4'],
    ['4', '2'],
    ['4', '4-4'],
  ]);
  const { arms } = cells[1]!.experiment;
  expect(arms.map(({ configuration: { training, network } }) => [training.batchSize, training.epochs, network.hidden])).toEqual([
    [10, 1, [4, 4]],
    [40, 1, [4, 4]],
  ]);
});

test.each([
  [{ over: {} }, 'map.over', 'one or 2'],
  [{ over: { ...over, 'dataset.noise': [0] } }, 'map.over', 'one or 2'],
  [{ over, seeds: 6 }, 'map.seeds', 'a whole number from 7 to 100'],
  [{ over, claim: 2 }, 'map.claim', 'the number of one of the experiment’s verdicts, of which there are 1'],
  [
    { over: { 'training.batchSize': [1, 2] } },
    'map.over.training.batchSize',
    'a setting that is not compared; this one is set by the axis "training.batchSize"',
  ],
  [{ over: { 'training.epochs': [1, -1] } }, 'map.over', 'a whole number from 1 to'],
  [{ over: { 'no.such': [1] } }, 'map.over.no.such[0]', 'the path of a setting'],
])('%j is refused at %s', (map, path, allowed) => {
  const [problem] = problemsOf(map);
  expect(problem?.path).toBe(path);
  expect(problem?.allowed).toContain(allowed);
});

test('a cell is judged as its experiment would be, whatever the order in which its runs end', async () => {
  const experiment = mapped();
  const cells = cellsOf(experiment);
  const seen: number[] = [];
  const judged = await trainMap(cells, { pool: backwards, seeds: 7, onCell: (index) => seen.push(index) }).done;
  expect(seen).toEqual([3, 2, 1, 0]);
  for (const [index, cell] of cells.entries()) {
    const results: RunResult[] = [];
    for (const run of expand(cell.experiment, seedsUpTo(7))) results.push(await trainRun(run, fused, kernel));
    expect(judged[index]!.judgement).toEqual(judge(cell.experiment, results)[0]);
  }
  expect(new Set(judged.map((cell) => cell!.digest)).size).toBe(4);

  const recording = makeMapRecording(
    experiment,
    judged.map((cell) => cell!),
    'kernel',
  );
  expect(checkMapRecording(formatRecording(recording))).toEqual({ recording });
  expect(checkMapRecording(formatRecording({ ...recording, cells: [{ outcome: 'holds' }] }))).toHaveProperty('problem');
});

test('a cell leads to the experiment with its settings', () => {
  const experiment = mapped();
  const [, cell] = cellsOf(experiment);
  const { experiment: linked, refused } = decodeHash(cellHash(experiment, cell!), experiment);
  expect(refused).toEqual([]);
  expect(linked.arms).toEqual(cell!.experiment.arms);
});

test('the hash of a map is of what is trained and judged, not of what is said of it', () => {
  const experiment = mapped();
  expect(mapHash({ ...experiment, title: 'Another', seeds: 9 })).toBe(mapHash(experiment));
  expect(mapHash(mapped({ over, seeds: 8 }))).not.toBe(mapHash(experiment));
  expect(mapHash(mapped({ over: { ...over, 'training.epochs': [1, 5] }, seeds: 7 }))).not.toBe(mapHash(experiment));
});

test('a reader extends a condition or takes another one; what cannot be is refused with what is allowed', () => {
  const experiment = mapped();
  const chosen = chooseMap(experiment, typedConditions(experiment));
  expect(chosen).toEqual({ experiment });
  const other = chooseMap(experiment, [
    { name: 'training.epochs', values: '1, 4, 9' },
    { name: 'dataset.noise', values: '0, 0.2' },
  ]);
  expect('experiment' in other && cellsOf(other.experiment)).toHaveLength(6);
  const wrong = (values: string, name = 'training.epochs') => {
    const outcome = chooseMap(experiment, [{ name, values }]);
    return 'problems' in outcome ? outcome.problems[0] : undefined;
  };
  expect(wrong('')).toMatchObject({ found: 'no value', allowed: 'at least one' });
  expect(wrong('many')?.allowed).toContain('a whole number');
  expect(wrong('5', 'training.batchSize')?.allowed).toContain('not compared');
});

test('what speaks for the claim leans towards it: an order by its rise, a bound by what is left of it', () => {
  const cell = { outcome: 'open', agree: 0, against: 0, seeds: 7, effect: { median: 0.25, low: 0, high: 1 } } as const;
  const four = [cell, cell, cell, undefined];
  expect(mapView(mapped(), four).cells.map((one) => one?.lean)).toEqual([0.25, 0.25, 0.25, undefined]);
  const bound = circlesExperiment({
    ...spec,
    verdict: { ...spec.verdict, ascending: undefined, below: 0.2, where: { 'training.batchSize': 10 } },
    map: { over },
  });
  expect(isMapped(bound) && mapView(bound, four).cells[0]?.lean).toBeCloseTo(-0.05, 12);
});

test('for the shades, a loss of more than twice chance is as far off as twice chance: one cell that nearly diverged makes no other pale', () => {
  const learns = circlesExperiment({ ...spec, verdict: { claim: 'It learns.', learns: { margin: 0.5 } } }).verdicts[0]!;
  const lean = (median: number | null) => leanOf(learns, { median, low: median, high: median });
  expect([0.1, 0.75, 1e33, null].map(lean)).toEqual([0.4, -0.25, -1, null]);
});
