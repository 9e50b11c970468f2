import { expect, test } from 'vitest';
import type { RunResult } from '../../../../src/experiments/train/result.ts';
import type { Judgement } from '../../../../src/experiments/verdicts/verdict.ts';
import { resultInShort } from '../../../../src/islands/experiment/report/resultInShort.ts';

const judged = (outcome: Judgement['outcome'], agree: number, seeds: number): Judgement => ({
  ...{ claim: `agrees ${agree}`, outcome, expected: outcome, agree, against: seeds - agree, seeds },
  effect: { median: 1, low: 0.5, high: 2 },
});
const failed = { ending: { state: 'failed', message: 'lost' } } as unknown as RunResult;
const finished = { ending: { state: 'finished' } } as unknown as RunResult;

test('one claim is counted, and judged where all seeds of the recording were run', () => {
  expect(resultInShort([judged('open', 1, 1)], [], false)).toBe('true in 1 of 1 seed');
  // The interval, which a report has from seven seeds on, has no room here.
  expect(resultInShort([judged('holds', 19, 20)], [], false)).toBe('true in 19 of 20 seeds');
  expect(resultInShort([judged('holds', 19, 20)], [], true)).toBe('✓ holds in 19 of 20 seeds');
  expect(resultInShort([judged('reversed', 2, 20)], [], true)).toBe('✗ the opposite holds in 18 of 20 seeds');
});

test('of several claims it is said how many came out how', () => {
  expect(resultInShort([judged('open', 1, 1), judged('open', 0, 1)], [], false)).toBe('1 of 2 claims true in this seed');
  expect(resultInShort([judged('holds', 5, 5), judged('open', 4, 5)], [], false)).toBe('1 of 2 claims true in every seed');
  expect(resultInShort([judged('holds', 20, 20), judged('holds', 19, 20), judged('open', 12, 20)], [], true)).toBe('3 claims: ✓ 2, ? 1');
});

test('where no seed is complete nothing is judged, and what failed is said', () => {
  expect(resultInShort([judged('open', 0, 0)], [finished], false)).toBeUndefined();
  expect(resultInShort([judged('open', 0, 0)], [failed, finished], false)).toBe('1 of 2 runs failed');
});
