/** A worker that answers questions in their order, opened when the first is asked. */
import { explainWorker } from '../../faults/explain.ts';

export interface Asked<Question, Answer> {
  ask(question: Question): Promise<Answer | Failure>;
  /** Open the worker ahead of the first question. */
  warm(): void;
}

/** Why there is no answer. */
export interface Failure {
  problem: string;
}

export function askWorker<Question, Answer>(open: () => Worker): Asked<Question, Answer> {
  let worker: Worker | undefined;
  const waiting: ((answer: Answer | Failure) => void)[] = [];

  function opened(): Worker {
    if (worker) return worker;
    const one = (worker = open());
    one.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.(data));
    one.addEventListener('error', (event) => {
      event.preventDefault();
      one.terminate();
      // The next question starts another.
      worker = undefined;
      const asked = waiting.splice(0);
      void explainWorker(event).then(({ message }) => {
        for (const resolve of asked) resolve({ problem: message });
      });
    });
    return one;
  }
  return {
    ask(question) {
      opened().postMessage(question);
      return new Promise((resolve) => waiting.push(resolve));
    },
    warm: () => void opened(),
  };
}
