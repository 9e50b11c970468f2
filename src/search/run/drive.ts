/**
 * Drives a search to its end.
 *
 *   turn ──ask──▶ proposals ──▶ runs (seeds × folds), as many under way as the runner takes ──▶ trials ──tell──▶ next turn
 *
 * Of a run, only its score and its cost are kept: a thousand runs take no more memory than a few.
 */
import type { Runner, RunningRun } from './runner.ts';
import type { Search } from '../search.ts';
import type { StrategyChoice } from '../strategies/strategyChoice.ts';
import { bestOf } from './trace.ts';
import { impossibleTrial, measure, runsOf, trialOf, type Measured, type Trial } from './trial.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Proposal } from '../space/turn.ts';

/** Of a proposal: what is trained for it, or why it cannot be. */
export type Prepared = { configuration: Configuration } | { problem: string };

export interface Asked {
  proposal: Proposal;
  prepared: Prepared;
}

/** A state of a search, whose next one may take its time: it is computed in a worker, perhaps. */
export interface DrivenTurn {
  ask: readonly Asked[];
  tell(scores: readonly number[]): DrivenTurn | Promise<DrivenTurn>;
}

export interface SearchLog {
  strategy: StrategyChoice;
  seed: number;
  /** Those that are over, turn by turn, in the order in which they were proposed. */
  trials: Trial[];
  cancelled: boolean;
}

export interface SearchJob {
  /** Rejects only if the strategy itself fails, or the runner cannot train at all; runs under way then go on until they are cancelled. */
  done: Promise<SearchLog>;
  /** Settles `done` as soon as the runs under way have stopped; with a pool, within 100 ms. */
  cancel(): void;
}

export interface DriveOptions {
  strategy: StrategyChoice;
  /** Of the search's draws, and of the data and the training of its runs. */
  seed: number;
  runner: Runner;
  /** Told of each trial as it ends, with the best of all so far. */
  onTrial?(trial: Trial, best: Trial): void;
}

/** Drive any search that is a state machine. */
export function drive(search: Search, first: DrivenTurn | Promise<DrivenTurn>, { strategy, seed, runner, onTrial }: DriveOptions): SearchJob {
  const underWay = new Set<RunningRun>();
  const log: SearchLog = { strategy, seed, trials: [], cancelled: false };
  let best: Trial | undefined;
  const cancelled = () => log.cancelled;

  const finish = (trial: Trial): Trial => {
    best = bestOf(best ? [best, trial] : [trial])!;
    onTrial?.(trial, best);
    return trial;
  };

  /** Undefined where the search was cancelled before the trial was over. */
  async function trainAll(asked: readonly Asked[]): Promise<(Trial | undefined)[]> {
    const trials: (Trial | undefined)[] = asked.map(() => undefined);
    const tasks = tasksOf(search, asked, seed, (index, trial) => (trials[index] = finish(trial)));
    const work = async () => {
      for (const task of tasks) {
        const running = runner.start(task.run);
        underWay.add(running);
        const result = await running.done;
        underWay.delete(running);
        if (cancelled()) return;
        task.over(measure(search, task.run, result));
      }
    };
    await Promise.all(Array.from({ length: runner.atOnce }, work));
    return trials;
  }

  const go = async (): Promise<SearchLog> => {
    let turn = await first;
    while (turn.ask.length > 0 && !cancelled()) {
      const trials = await trainAll(turn.ask);
      log.trials.push(...trials.filter((trial) => trial !== undefined));
      if (!cancelled()) turn = await turn.tell(trials.map((trial) => trial!.score));
    }
    return log;
  };

  return {
    done: go(),
    cancel() {
      log.cancelled = true;
      for (const running of underWay) running.cancel();
    },
  };
}

/** The runs of all proposals, made when they are asked for; several may ask in turn. */
function* tasksOf(search: Search, asked: readonly Asked[], seed: number, finish: (index: number, trial: Trial) => void) {
  for (const [index, { proposal, prepared }] of asked.entries()) {
    if ('problem' in prepared) {
      finish(index, impossibleTrial(search, proposal, prepared.problem));
      continue;
    }
    const runs = runsOf(search, proposal, prepared.configuration, seed);
    const measured: Measured[] = [];
    let left = runs.length;
    for (const [position, run] of runs.entries()) {
      yield {
        run,
        over(one: Measured) {
          measured[position] = one;
          if (--left === 0) finish(index, trialOf(search, proposal, measured));
        },
      };
    }
  }
}
