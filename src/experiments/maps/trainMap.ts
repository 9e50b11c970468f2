/** Train a map on a pool and judge it cell by cell, as the cells come in. */
import type { EngineName } from '../../engines/engine.ts';
import type { Pool } from '../pool/pool.ts';
import { expand, seedsUpTo } from '../spec/expand.ts';
import { jsonDigest } from '../train/digest.ts';
import type { RunResult } from '../train/result.ts';
import { judgeMeasured, measureRun, type MeasuredRun } from '../verdicts/judge.ts';
import type { Judgement } from '../verdicts/verdict.ts';
import type { Cell } from './cells.ts';

/** What came of one cell. */
export interface JudgedCell {
  judgement: Judgement;
  /** Of the digests of its runs, seed by seed: two cells with the same one are the same bit for bit. */
  digest: string;
}

export interface MapJob {
  /** One for each cell; undefined where it was cancelled, or a run failed. */
  done: Promise<(JudgedCell | undefined)[]>;
  cancel(): void;
}

interface Options {
  pool: Pool;
  /** Of each cell: seeds 1 to this. */
  seeds: number;
  engine?: EngineName;
  onCell?(index: number, cell: JudgedCell): void;
  onProgress?(done: number, total: number): void;
  /** A run could not be done. */
  onFailure?(message: string): void;
}

/** Runs are handed out cell by cell, so that cells come in one after the other. */
export function trainMap(cells: readonly Cell[], { pool, seeds, engine = 'fused', onCell, onProgress, onFailure }: Options): MapJob {
  const runs = cells.flatMap((cell, index) => expand(cell.experiment, seedsUpTo(seeds)).map((run) => ({ index, run })));
  const waiting = cells.map(({ experiment }) => experiment.arms.length * seeds);
  const starts = waiting.map((_, index) => waiting.slice(0, index).reduce((sum, count) => sum + count, 0));
  const measured = cells.map((): { run: MeasuredRun; digest: string }[] => []);
  const judged = cells.map((): JudgedCell | undefined => undefined);
  const job = pool.start(
    runs.map(({ run }) => run),
    {
      engine,
      ...(onProgress && { onProgress }),
      onResult(place, result) {
        const { index, run } = runs[place]!;
        if (result.ending.state === 'failed') onFailure?.(result.ending.message);
        if (result.ending.state === 'failed' || result.ending.state === 'cancelled') return;
        const { experiment } = cells[index]!;
        // In the order of the runs, however they end: what is judged must not depend on which is first.
        measured[index]![place - starts[index]!] = { run: measureRun(experiment.verdicts, run.arm, result), digest: result.digest };
        waiting[index]!--;
        if (waiting[index]! > 0) return;
        const cell = judgeCell(cells[index]!, measured[index]!);
        judged[index] = cell;
        onCell?.(index, cell);
      },
      keep: (_, result) => withoutNumbers(result),
    },
  );
  return { done: job.done.then(() => judged), cancel: () => job.cancel() };
}

function judgeCell({ experiment }: Cell, runs: readonly { run: MeasuredRun; digest: string }[]): JudgedCell {
  const [judgement] = judgeMeasured(
    experiment,
    runs.map(({ run }) => run),
  );
  return { judgement: judgement!, digest: jsonDigest(runs.map(({ digest }) => digest)) };
}

/** A map has more runs than there is room for their histories. */
function withoutNumbers({ arm, seed, engine, ending, digest, trainingTime, totalTime }: RunResult): RunResult {
  const history = { step: new Float64Array(), epoch: new Float64Array(), columns: [] };
  return { arm, seed, engine, ending, digest, trainingTime, totalTime, history };
}
