/** The page's judge: one worker, shared by its experiments, which answers questions in their order. */
import type { Answer, Question } from './judge.worker.ts';

let worker: Worker | undefined;
const waiting: ((answer: Answer) => void)[] = [];

export function askJudge(question: Question): Promise<Answer> {
  worker ??= open();
  worker.postMessage(question);
  return new Promise((resolve) => waiting.push(resolve));
}

function open(): Worker {
  const opened = new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module', name: 'judge' });
  opened.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.(data));
  opened.addEventListener('error', (event) => {
    event.preventDefault();
    opened.terminate();
    // The next question starts another.
    worker = undefined;
    for (const resolve of waiting.splice(0)) resolve({ problem: event.message || 'its worker could not be started' });
  });
  return opened;
}
