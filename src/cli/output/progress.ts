/** How far a job is: a bar with an estimate on a terminal, now and then a line elsewhere. */

const WIDTH = 24;
/** Milliseconds between two lines where there is no terminal, so that a log stays readable. */
const PAUSE = 10_000;

export interface ProgressOutput {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Progress {
  report(done: number, total: number): void;
}

/** `now`: milliseconds, from any start. */
export function startProgress(title: string, output: ProgressOutput = process.stderr, now: () => number = () => performance.now()): Progress {
  const start = now();
  let said = start;
  return {
    report(done, total) {
      const time = now();
      const text = progressText(done, total, (time - start) / 1000);
      if (output.isTTY) output.write(`\r\x1b[K${title}: ${bar(done, total)} ${text}${done < total ? '' : '\n'}`);
      else if (time - said >= PAUSE) {
        said = time;
        output.write(`${title}: ${text}\n`);
      }
    },
  };
}

/** "12 of 40 runs, 30 s left". The estimate takes what is left to be as long as what is done was, run for run. */
export function progressText(done: number, total: number, seconds: number): string {
  const count = `${done} of ${total} runs`;
  if (done >= total) return `${count}, ${seconds.toFixed(1)} s`;
  return done === 0 ? count : `${count}, ${timeText((seconds / done) * (total - done))} left`;
}

/** "45 s", "3 min". */
export function timeText(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

function bar(done: number, total: number): string {
  const full = Math.floor((WIDTH * done) / Math.max(1, total));
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}
