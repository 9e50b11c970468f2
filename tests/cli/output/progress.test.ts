import { expect, test } from 'vitest';
import { progressText, startProgress, timeText } from '../../../src/cli/output/progress.ts';

test('what is left takes as long as what is done, run for run', () => {
  expect(progressText(0, 40, 1)).toBe('0 of 40 runs');
  // 10 runs in 20 s: 2 s each for 30.
  expect(progressText(10, 40, 20)).toBe('10 of 40 runs, 60 s left');
  expect(progressText(10, 100, 20)).toBe('10 of 100 runs, 3 min left');
  expect(progressText(40, 40, 81.25)).toBe('40 of 40 runs, 81.3 s');
  expect([0.2, 1, 89, 90, 3600].map(timeText)).toEqual(['under 1 s', '1 s', '89 s', '2 min', '60 min']);
});

function reported(isTTY: boolean, times: number[]): string[] {
  const lines: string[] = [];
  const clock = [0, ...times];
  const progress = startProgress('batch', { isTTY, write: (text: string) => lines.push(text) }, () => clock.shift()!);
  times.forEach((_, i) => progress.report(i + 1, times.length));
  return lines;
}

test('a bar on a terminal, on one line until the end', () => {
  const lines = reported(true, [1000, 2000]);
  expect(lines).toEqual([`\r\x1b[Kbatch: ${'█'.repeat(12)}${'░'.repeat(12)} 1 of 2 runs, 1 s left`, `\r\x1b[Kbatch: ${'█'.repeat(24)} 2 of 2 runs, 2.0 s\n`]);
});

test('elsewhere a plain line every ten seconds at most', () => {
  expect(reported(false, [1000, 9999, 10_000, 15_000, 20_000])).toEqual(['batch: 3 of 5 runs, 7 s left\n', 'batch: 5 of 5 runs, 20.0 s\n']);
});
