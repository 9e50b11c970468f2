import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from '../../../../src/datasets/kinds/mnist/gunzip.ts';
import { readIdx, writeIdx } from '../../../../src/datasets/kinds/mnist/idx.ts';

// By hand, from the description of the format: magic 0x00000803, sizes 2 × 1 × 3, six values.
const file = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255);

test('reads and writes the format', () => {
  expect([...readIdx(file, [2, 1, 3], 'x')]).toEqual([1, 2, 3, 4, 5, 255]);
  expect(writeIdx(Uint8Array.of(1, 2, 3, 4, 5, 255), [2, 1, 3])).toEqual(file);
});

test.each([
  ['an empty file', new Uint8Array(0), 'x: found 0 bytes; allowed: an IDX file, whose header alone has 16 bytes.'],
  [
    'another number of dimensions',
    Uint8Array.from(file, (byte, i) => (i === 3 ? 1 : byte)),
    'x: found the magic number 0x00000801; allowed: 0x00000803, unsigned bytes in 3 dimensions.',
  ],
  ['other sizes', Uint8Array.from(file, (byte, i) => (i === 7 ? 9 : byte)), 'x: found dimensions 9 × 1 × 3; allowed: 2 × 1 × 3.'],
  ['too few values', file.slice(0, -1), 'x: found 5 values; allowed: 6, as its dimensions 2 × 1 × 3 say.'],
  ['too many values', Uint8Array.of(...file, 7), 'x: found 7 values; allowed: 6, as its dimensions 2 × 1 × 3 say.'],
])('refuses %s', (_, bytes, message) => {
  expect(() => readIdx(bytes, [2, 1, 3], 'x')).toThrow(message);
});

test('gzip is decompressed by the platform; what is not gzip is left alone', async () => {
  expect([...(await gunzip(new Uint8Array(gzipSync(file)), 'x'))]).toEqual([...file]);
  expect(await gunzip(file, 'x')).toBe(file);
});

test('a truncated or damaged gzip file is named', async () => {
  const packed = new Uint8Array(gzipSync(file));
  await expect(gunzip(packed.slice(0, -6), 'x.gz')).rejects.toThrow(
    /^x\.gz: found \d+ bytes of gzip that end early or are damaged; allowed: a complete gzip file/,
  );
  const damaged = Uint8Array.from(packed, (byte, i) => (i === packed.length - 6 ? byte ^ 1 : byte));
  await expect(gunzip(damaged, 'x.gz')).rejects.toThrow('damaged');
});
