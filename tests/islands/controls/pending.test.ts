import { expect, it } from 'vitest';
import { createPending } from '../../../src/islands/controls/pending.ts';

it('is settled when all that was added is, done or failed, in whatever order', async () => {
  const pending = createPending();
  expect(pending.settled).toBeUndefined();
  const [first, second] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  const kept = pending.add(first.promise);
  pending.add(second.promise).catch(() => undefined);
  let isSettled = false;
  const settled = pending.settled!.then(() => (isSettled = true));
  second.reject(new Error('not here'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(isSettled).toBe(false);
  first.resolve(7);
  await settled;
  expect(await kept).toBe(7);
  expect(pending.settled).toBeUndefined();
});

it('hands a failure back to who asked, and holds up nothing after it', async () => {
  const pending = createPending();
  await expect(pending.add(Promise.reject(new Error('not here')))).rejects.toThrow('not here');
  await pending.settled;
  expect(pending.settled).toBeUndefined();
});
