/** Survey in the worker, which starts with the first call. Of calls that overlap, only the last is answered. */
import type { Answer, Request } from './survey.worker.ts';
import type { Setup } from './setup.ts';
import type { Survey } from './survey.ts';

let worker: Worker | undefined;
let latest = 0;
let settle: ((outcome: Survey | Error | undefined) => void) | undefined;

/** Undefined where another call has come in between. Throws an Error for people where it fails. */
export async function surveyElsewhere(setup: Setup): Promise<Survey | undefined> {
  settle?.(undefined);
  worker ??= start();
  const id = ++latest;
  const outcome = await new Promise<Survey | Error | undefined>((resolve) => {
    settle = resolve;
    worker?.postMessage({ id, setup } satisfies Request);
  });
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

function start(): Worker {
  const started = new Worker(new URL('./survey.worker.ts', import.meta.url), { type: 'module', name: 'landscape' });
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.id !== latest) return;
    if ('problem' in data) fail(data.problem);
    else settle?.(data.survey);
  });
  started.addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.message || 'the worker could not be started');
  });
  return started;
}

/** The next call starts a new worker. */
function fail(problem: string): void {
  worker?.terminate();
  worker = undefined;
  settle?.(new Error(problem));
}
