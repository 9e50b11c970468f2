import { afterEach, expect, test } from 'vitest';
import { spawnWorker } from '../../../src/cli/training/spawn.ts';
import { createPool, PATIENCE, type JobOptions, type Pool } from '../../../src/experiments/pool/pool.ts';
import type { WorkerPort } from '../../../src/experiments/pool/protocol.ts';
import { Fault } from '../../../src/faults/fault.ts';
import type { History, RunResult } from '../../../src/experiments/train/result.ts';
import type { Run } from '../../../src/experiments/train/observation.ts';
import { circlesExperiment, circlesSpec } from '../examples.ts';
import { DIES, HANGS, SLOW, THROWS } from '../fakeEngine.ts';

const entry = new URL('./fakeWorker.ts', import.meta.url);
const [arm] = circlesExperiment().arms;
/** Its budget outlasts any wait of these tests. */
const [endless] = circlesExperiment({ training: { ...circlesSpec.training, epochs: 100_000 } }).arms;
const runs = (...seeds: number[]): Run[] => seeds.map((seed) => ({ arm: seed === SLOW ? endless! : arm!, seed }));
const states = (results: RunResult[]) => results.map(({ seed, ending }) => `${seed} ${ending.state}`);

let pool: Pool;
let spawned = 0;
/** `patience`: more than it has by itself where a busy machine must not be taken for a worker that does not answer. */
function open(size: number, patience = PATIENCE): Pool {
  spawned = 0;
  pool = createPool({ size, patience, spawn: () => (spawned++, spawnWorker(entry)) });
  return pool;
}
afterEach(() => pool.close());

test('results come in the order of the runs, and history streams point by point', async () => {
  const streamed: History[][] = [[], [], [], [], []];
  const progress: string[] = [];
  const job = open(2).start(runs(5, 4, 3, 2, 1), {
    engine: 'fused',
    onPoints: (run, points) => streamed[run]!.push(points),
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  const results = await job.done;
  expect(states(results)).toEqual(['5 finished', '4 finished', '3 finished', '2 finished', '1 finished']);
  expect(progress).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  expect(spawned).toBe(2);
  results.forEach(({ history }, run) => {
    // 80 training examples in batches of 10: 8 updates an epoch, 3 epochs.
    expect([...history.step]).toEqual([0, 8, 16, 24]);
    expect(streamed[run]!.flatMap(({ step }) => [...step])).toEqual([0, 8, 16, 24]);
    expect(streamed[run]!.flatMap(({ columns }) => [...columns[0]!.values])).toEqual([1, 1 / 9, 1 / 17, 1 / 25]);
  });
});

test('readings stream with the points if they are asked for', async () => {
  // The fake engine takes no parameters, so that no probe can look at it.
  pool = createPool({ size: 1, spawn: () => spawnWorker() });
  const observe = { probes: [{ name: 'surface' as const, every: 1, resolution: 2 }] };
  const streamed = async (readings: boolean) => {
    const steps: number[] = [];
    const onPoints: JobOptions['onPoints'] = (_run, _points, come) => steps.push(...come.map(({ step }) => step));
    await pool.start([{ arm: arm!, seed: 1, observe }], { engine: 'fused', readings, onPoints }).done;
    return steps;
  };
  expect(await streamed(false)).toEqual([]);
  expect(await streamed(true)).toEqual([0, 8, 16, 24]);
});

test('final parameters come if they are asked for', async () => {
  const pool = open(1);
  const [without] = await pool.start(runs(1), { engine: 'fused' }).done;
  const [withThem] = await pool.start(runs(1), { engine: 'fused', keepParameters: true }).done;
  expect(without!.parameters).toBeUndefined();
  expect([...withThem!.parameters![0]!.kernel]).toEqual([24]);
});

test('a worker that dies fails its run; another takes its place and the rest is kept', async () => {
  const results = await open(1).start(runs(1, DIES, 2), { engine: 'fused' }).done;
  expect(states(results)).toEqual(['1 finished', `${DIES} failed`, '2 finished']);
  expect(results[1]!.ending).toMatchObject({ message: 'The worker stopped: it ended with exit code 3' });
  expect(spawned).toBe(2);
});

test('runs with much data stay in as many workers as may hold it, while others go to all', async () => {
  spawned = 0;
  // Even seeds have much data.
  const mostFor = ({ seed }: Run) => (seed % 2 === 0 ? 1 : Infinity);
  const spawn = (): WorkerPort => {
    const number = spawned++;
    const port = spawnWorker(entry);
    return {
      ...port,
      post(message) {
        if (message.type === 'run') where.push([message.run.seed, number]);
        port.post(message);
      },
    };
  };
  const where: [seed: number, worker: number][] = [];
  pool = createPool({ size: 3, spawn, mostFor });
  const workersOf = (isMuch: boolean) => new Set(where.filter(([seed]) => (seed % 2 === 0) === isMuch).map(([, worker]) => worker));
  expect(states(await pool.start(runs(2, 4, 6), { engine: 'fused' }).done)).toEqual(['2 finished', '4 finished', '6 finished']);
  expect(spawned).toBe(1);
  const mixed = [8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51];
  expect(states(await pool.start(runs(...mixed), { engine: 'fused' }).done)).toEqual(mixed.map((seed) => `${seed} finished`));
  expect(spawned).toBe(3);
  expect(workersOf(true)).toEqual(new Set([0]));
  expect(workersOf(false).size).toBeGreaterThan(1);
});

test('an engine that throws fails its run and keeps its worker', async () => {
  const results = await open(1).start(runs(THROWS, 1), { engine: 'fused' }).done;
  expect(results[0]!.ending).toEqual({ state: 'failed', message: 'This seed is cursed.' });
  expect(states(results)[1]).toBe('1 finished');
  expect(spawned).toBe(1);
});

test('cancel: what is over stays, what runs and what waits is cancelled', async () => {
  const job = open(1, 60_000).start(runs(1, SLOW, 2), {
    engine: 'fused',
    onResult(run) {
      if (run > 0) return;
      setTimeout(() => job.cancel(), 60);
    },
  });
  const results = await job.done;
  expect(states(results)).toEqual(['1 finished', `${SLOW} cancelled`, '2 cancelled']);
  expect(spawned).toBe(1);
});

test('cancel: a worker that does not answer is replaced, soon enough for a reader to have an answer within 100 ms', async () => {
  expect(PATIENCE).toBeLessThan(100);
  const pool = open(1);
  const job = pool.start(runs(HANGS, 1), { engine: 'fused' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  job.cancel();
  expect(states(await job.done)).toEqual([`${HANGS} cancelled`, '1 cancelled']);
  expect(states(await pool.start(runs(2), { engine: 'fused' }).done)).toEqual(['2 finished']);
  expect(spawned).toBe(2);
});

test('jobs share the pool; cancelling one leaves the other', async () => {
  const pool = open(2);
  const [slow, quick] = [pool.start(runs(SLOW), { engine: 'fused' }), pool.start(runs(1, 2), { engine: 'fused' })];
  expect(states(await quick.done)).toEqual(['1 finished', '2 finished']);
  slow.cancel();
  expect(states(await slow.done)).toEqual([`${SLOW} cancelled`]);
});

test('a worker that cannot be started fails every run and ends', async () => {
  pool = createPool({ size: 2, spawn: () => spawnWorker(new URL('./no-such-worker.ts', import.meta.url)) });
  const results = await pool.start(runs(1, 2, 3), { engine: 'fused' }).done;
  expect(states(results)).toEqual(['1 failed', '2 failed', '3 failed']);
});

test('no runs, no wait', async () => {
  expect(await open(1).start([], { engine: 'fused' }).done).toEqual([]);
  expect(spawned).toBe(0);
});

test('of a long queue a worker has its next run ahead; of a short one it has not', async () => {
  const sent: string[] = [];
  pool = createPool({
    size: 1,
    spawn() {
      const port = spawnWorker(entry);
      return {
        ...port,
        post(message) {
          sent.push(message.type);
          port.post(message);
        },
        onMessage: (listener) =>
          port.onMessage((message) => {
            if (message.type === 'result') sent.push('over');
            listener(message);
          }),
      };
    },
  });
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
  const results = await pool.start(runs(...seeds), { engine: 'fused' }).done;
  expect(states(results)).toEqual(seeds.map((seed) => `${seed} finished`));
  // Two at once, then one for each that is over, until eight are waiting; what has been handed out ahead is worked off first.
  expect(sent.slice(0, 6)).toEqual(['run', 'run', 'over', 'run', 'over', 'run']);
  expect(sent.slice(-4)).toEqual(['run', 'over', 'run', 'over']);
});

const many = Array.from({ length: 20 }, (_, index) => index + 1);

test('a worker that dies fails the run at work; the next one, which it had ahead, is kept', async () => {
  const results = await open(1).start(runs(1, DIES, ...many), { engine: 'fused' }).done;
  expect(states(results)).toEqual(['1 finished', `${DIES} failed`, ...many.map((seed) => `${seed} finished`)]);
  expect(spawned).toBe(2);
});

test('cancel: a run that waits in a worker behind the run of another job leaves that alone', async () => {
  const patience = 500;
  const pool = open(1, patience);
  const { onPoints, underWay } = whenUnderWay();
  const slow = pool.start(runs(SLOW), { engine: 'fused', onPoints });
  const other = pool.start(runs(...many), { engine: 'fused' });
  await underWay;
  other.cancel();
  expect(states(await other.done)).toEqual(many.map((seed) => `${seed} cancelled`));
  await new Promise((resolve) => setTimeout(resolve, 2 * patience));
  const last = pool.start(runs(3), { engine: 'fused' });
  slow.cancel();
  expect(states(await slow.done)).toEqual([`${SLOW} cancelled`]);
  expect(states(await last.done)).toEqual(['3 finished']);
  expect(spawned).toBe(1);
});

test('pause: a run that a worker has ahead waits, too, and all go on', async () => {
  const { onPoints, underWay } = whenUnderWay();
  const job = open(1).start(runs(SLOW, ...many), { engine: 'fused', onPoints });
  await underWay;
  await job.pause();
  const steps = new Map<number, number>();
  await job.resume((run, step) => {
    steps.set(run, step);
    return run === 0 ? 0 : Infinity;
  });
  expect(steps.get(0)).toBeGreaterThan(0);
  expect(steps.get(1)).toBe(0);
  job.cancel();
  expect(states(await job.done)).toEqual([`${SLOW} cancelled`, ...many.map((seed) => `${seed} finished`)]);
});

/** A run that has done updates: to be told of its points, and what to wait for. */
function whenUnderWay() {
  let tell!: () => void;
  const underWay = new Promise<void>((resolve) => (tell = resolve));
  return { underWay, onPoints: (_run: number, points: History) => points.step.at(-1)! > 0 && tell() };
}

test('where no worker can be loaded, all runs end with the same fault, and each is not tried', async () => {
  let tried = 0;
  const spawn = (): WorkerPort => {
    tried++;
    return {
      post: () => undefined,
      onMessage: () => undefined,
      onError: (handler) => void Promise.resolve().then(() => handler(new Fault('renewed'))),
      terminate: () => undefined,
    };
  };
  pool = createPool({ size: 2, spawn });
  const results = await pool.start(runs(...many), { engine: 'fused' }).done;
  expect(new Set(results.map(({ ending }) => (ending.state === 'failed' ? ending.fault : ending.state)))).toEqual(new Set(['renewed']));
  expect(tried).toBeLessThanOrEqual(4);
});
