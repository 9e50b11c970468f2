/** The kernel without SIMD: the same streams, mathematics and noise, and a word where a network is asked for. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Fault } from '../../src/faults/fault.ts';
import { instantiate, type Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { hasSimd } from '../../src/kernel/simd.ts';

const bytes = readFileSync(new URL('../../src/kernel/build/plain.wasm', import.meta.url));

function draw({ exports, allocate, f32, i32 }: Kernel): unknown {
  const [state, order, mask] = [allocate(16), allocate(40), allocate(64)];
  exports.seedStream(state, 7, 1, 2);
  exports.shuffle(state, order, 10);
  exports.drawMask(state, mask, 2, 3, 32, 0.5);
  exports.addNoise(state, mask, 2, 3, 32, 0.1);
  const drawn = [exports.uniform(state), exports.normal(state), exports.integer(state, 1000)];
  return [
    ...drawn,
    ...[0.3, 1.7, 40].map((x) => [exports.exp(x), exports.log(x), exports.sin(x), exports.cos(x), exports.tanh(x)]),
    [...i32(order, 10)],
    [...f32(mask, 16)],
  ];
}

test('has the same numbers as the whole kernel', async () => {
  expect(draw(await instantiate(bytes))).toEqual(draw(await loadKernel()));
});

test('has no networks, and says why', async () => {
  expect(hasSimd()).toBe(true);
  const { exports } = await instantiate(bytes);
  expect(() => exports.train(0, 1, 0)).toThrow(Fault);
  expect(() => exports.train(0, 1, 0)).toThrow('SIMD');
});
