/** The inside of a worker: takes runs from a pool, trains them, and streams their history back. */
import type { DataSource } from '../../datasets/dataSource.ts';
import type { Engine, EngineName } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { explain } from '../../faults/explain.ts';
import { failureOf } from './failureOf.ts';
import { buffersOf, type PoolPort, type ToWorker } from './protocol.ts';
import { createRehearsal } from './rehearsal.ts';
import { trainRun } from '../train/run.ts';
import { RunSignal } from '../train/runSignal.ts';
import type { ProbeReading } from '../probes/reading.ts';
import type { History } from '../train/result.ts';

export interface Workshop {
  loadKernel(): Promise<Kernel>;
  loadEngine(name: EngineName, kernel: Kernel): Promise<Engine>;
  /** Where data sets that lie in files are read from. Defaults to nowhere. */
  source?: DataSource;
}

/** Serve a pool until the worker is terminated. Kernel and engines load once, when first needed. */
export function serve(port: PoolPort, workshop: Workshop): void {
  let kernel: Promise<Kernel> | undefined;
  const engines = new Map<EngineName, Promise<Engine>>();
  const signals = new Map<number, RunSignal>();
  const breathe = createBreather();
  /** Resolves when the run before is over or waits: they are worked on one by one. */
  let turn = Promise.resolve();

  const engineOf = async (name: EngineName): Promise<[Engine, Kernel]> => {
    const loaded = await (kernel ??= workshop.loadKernel());
    let engine = engines.get(name);
    if (!engine) {
      engine = workshop.loadEngine(name, loaded);
      engines.set(name, engine);
      // A failed load may be a lost connection: try again next time.
      engine.catch(() => engines.delete(name));
    }
    return [await engine, loaded];
  };

  const work = async ({
    id,
    run,
    engine,
    keepParameters,
    until,
    points: wanted,
    readings: withReadings,
  }: Extract<ToWorker, { type: 'run' }>): Promise<void> => {
    const signal = new RunSignal();
    signal.proceed(until);
    signals.set(id, signal);
    const before = turn;
    let release!: () => void;
    turn = new Promise((resolve) => (release = resolve));
    await before;
    try {
      const [loaded, instance] = await engineOf(engine);
      const result = await trainRun(run, loaded, instance, {
        keepParameters,
        signal,
        breathe,
        ...(workshop.source && { source: workshop.source }),
        ...(wanted && {
          onPoints: (points: History, readings: readonly ProbeReading[]) =>
            port.post({ type: 'points', id, points, ...(withReadings && { readings }) }, buffersOf(points)),
        }),
        onHeld(step, now) {
          port.post({ type: 'held', id, step, until: signal.until, now }, now ? buffersOf(now) : []);
          release();
        },
      });
      port.post({ type: 'result', id, result }, buffersOf(result.history));
    } catch (error) {
      port.post({ type: 'failed', id, failure: failureOf(await explain(error)) }, []);
    } finally {
      signals.delete(id);
      release();
    }
  };

  const rehearsal = createRehearsal(engineOf, { breathe, ...(workshop.source && { source: workshop.source }) });

  port.onMessage((message) => {
    if (message.type === 'rehearse') return void rehearsal.start(message.runs, message.engine);
    rehearsal.end();
    if (message.type === 'run') void work(message);
    else if (message.type === 'proceed') signals.get(message.id)?.proceed(message.until);
    else signals.get(message.id)?.cancel();
  });
}

/** Lets waiting messages in. A message to oneself, since timers are throttled to 4 ms. */
function createBreather(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(null);
    });
}
