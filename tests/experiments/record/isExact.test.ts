import { expect, test } from 'vitest';
import { isExact } from '../../../src/experiments/record/isExact.ts';
import type { Recording } from '../../../src/experiments/record/recording.ts';

function recordingOf(...digests: string[][]): Pick<Recording, 'arms'> {
  const runs = (own: string[]) => own.map((digest, i) => ({ seed: i + 1, ending: 'finished', digest, final: {}, best: {} }));
  return { arms: digests.map((own) => ({ runs: runs(own) })) as Recording['arms'] };
}

test('an experiment is exact if every seed gives every arm the same run', () => {
  expect(isExact(recordingOf(['a', 'a'], ['b', 'b']))).toBe(true);
  expect(isExact(recordingOf(['a', 'a'], ['b', 'c']))).toBe(false);
  // One run shows nothing of the kind.
  expect(isExact(recordingOf(['a'], ['b']))).toBe(false);
});
