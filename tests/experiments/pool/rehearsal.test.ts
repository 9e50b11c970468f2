/** What a worker does before a run leaves no trace in it. */
import { describe, expect, it, vi } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { createRehearsal } from '../../../src/experiments/pool/rehearsal.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();
const engine = await loadEngine('fused', kernel);
const runsOf = (epochs: number) =>
  expand(
    circlesExperiment({ training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 30, epochs }, network: { hidden: [8], dropout: 0.2 } }),
    [1],
  );
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a rehearsal', () => {
  it('changes no bit of the runs that follow, and of those that it goes on beside', async () => {
    const [run] = runsOf(5);
    const alone = await trainRun(run!, engine, kernel);
    const rehearsal = createRehearsal(async () => [engine, kernel], { breathe });
    const going = rehearsal.start(runsOf(100_000), 'fused');
    const beside = await trainRun(run!, engine, kernel, { breathe });
    rehearsal.end();
    await going;
    const after = await trainRun(run!, engine, kernel);
    expect([beside.digest, after.digest]).toEqual([alone.digest, alone.digest]);
  });

  it('is over soon, however long its runs are, and sooner where it is told to', async () => {
    const rehearsal = createRehearsal(async () => [engine, kernel], { breathe });
    await rehearsal.start(runsOf(100_000), 'fused');
    const going = rehearsal.start(runsOf(100_000), 'fused');
    rehearsal.end();
    await going;
  });

  it('fetches no data: that waits until the reader asks for the run', async () => {
    const read = vi.fn(async () => undefined);
    const [run] = runsOf(5);
    const pictures = {
      ...run!,
      arm: { ...run!.arm, configuration: { ...run!.arm.configuration, dataset: { name: 'mnist', examples: 500, testExamples: 100 } } },
    } as const;
    const load = vi.fn(async (): Promise<[typeof engine, typeof kernel]> => [engine, kernel]);
    await createRehearsal(load, { breathe, source: { place: 'x', read } }).start([pictures, run!], 'fused');
    expect(read).not.toHaveBeenCalled();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says nothing where an engine cannot be loaded: the run will', async () => {
    await createRehearsal(() => Promise.reject(new Error('offline')), { breathe }).start(runsOf(1), 'fused');
  });
});
