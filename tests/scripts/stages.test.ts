import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { report, sideBySide, stage } from '../../scripts/stages.mjs';

const said: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('counts stages and their tests; two go on at a time and show what they said when they are over', async () => {
  expect(await stage('alone', (hold) => Promise.resolve({ ok: !hold, counts: { passed: 4, failed: 0 } }))).toBe(true);
  const order: string[] = [];
  const { promise: second, resolve: endSecond } = Promise.withResolvers<undefined>();
  const succeeded = await sideBySide([
    ['first', async (hold) => (await second, order.push('first'), { ok: hold, output: 'what the first said' })],
    ['second', () => (endSecond(undefined), order.push('second'), Promise.resolve({ ok: false, counts: { passed: 2, failed: 1 } }))],
    ['third', () => Promise.reject(new Error('it could not begin'))],
  ]);
  expect(succeeded).toEqual([true, false, false]);
  expect(order).toEqual(['second', 'first']);
  expect(said.join('\n')).toContain('what the first said');
  expect(said).toContain('it could not begin');
  report();
  // 4 + 2 tests, 'alone' and 'first'; one test, 'second' and 'third'.
  expect(said.at(-1)).toBe('\n8 passed, 3 failed');
  expect(said.join('\n')).toMatch(/✓ +0 s {2}alone: 4 of 4\n.*\n?.*✗ +0 s {2}second: 2 of 3/);
  expect(process.exitCode).toBe(1);
});

it('counts a stage that was skipped neither as passed nor as failed, and says why', async () => {
  await stage('idle', () => Promise.resolve({ ok: true, skipped: 'nothing to do it with' }));
  report();
  expect(said.join('\n')).toMatch(/– +0 s {2}idle: skipped, nothing to do it with/);
  // What the stages of the test before came to.
  expect(said.at(-1)).toBe('\n8 passed, 3 failed');
});
