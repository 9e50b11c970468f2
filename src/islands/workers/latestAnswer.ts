/** Asks a worker questions of which only the latest matters: the worker starts with the first, and of calls that overlap the last is answered. */
import { explainWorker } from '../../faults/explain.ts';

export interface Asked<Question> {
  id: number;
  question: Question;
}
export type Answered<Answer> = { id: number } & ({ answer: Answer } | { problem: string });

/** What a worker is asked, and what it answers. */
interface Exchange {
  question: unknown;
  answer: unknown;
}

/** The function returned gives undefined where another call has come in between, and throws an Error for people where the worker fails. */
export function latestAnswer<E extends Exchange>(start: () => Worker): (question: E['question']) => Promise<E['answer'] | undefined> {
  let worker: Worker | undefined;
  let latest = 0;
  let settle: ((outcome: { answer: E['answer'] } | Error | undefined) => void) | undefined;

  /** The next call starts a new worker. */
  function fail(problem: Error): void {
    worker?.terminate();
    worker = undefined;
    settle?.(problem);
  }

  function open(): Worker {
    const opened = start();
    opened.addEventListener('message', ({ data }: MessageEvent<Answered<E['answer']>>) => {
      if (data.id !== latest) return;
      if ('problem' in data) fail(new Error(data.problem));
      else settle?.(data);
    });
    opened.addEventListener('error', (event) => {
      event.preventDefault();
      void explainWorker(event).then(fail);
    });
    return opened;
  }

  return async (question) => {
    settle?.(undefined);
    worker ??= open();
    const id = ++latest;
    const outcome = await new Promise<{ answer: E['answer'] } | Error | undefined>((resolve) => {
      settle = resolve;
      worker?.postMessage({ id, question } satisfies Asked<E['question']>);
    });
    if (outcome instanceof Error) throw outcome;
    return outcome?.answer;
  };
}
