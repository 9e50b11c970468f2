import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzipTo } from '../../../../src/datasets/kinds/mnist/gunzipTo.ts';

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * i) % 251);
const packed = new Uint8Array(gzipSync(bytes));
const room = () => new Uint8Array(bytes.length);

test('what Node packed is unpacked into the room that is there, and its length told', () => {
  const larger = new Uint8Array(bytes.length + 1);
  expect(gunzipTo(larger, packed, 'x')).toBe(bytes.length);
  expect(larger).toEqual(Uint8Array.of(...bytes, 0));
});

test('what a server has unpacked already is copied', () => {
  const to = room();
  expect(gunzipTo(to, bytes, 'x')).toBe(bytes.length);
  expect(to).toEqual(bytes);
});

test('a file that ends early, is longer than it should be, or in which any byte has changed, is named', () => {
  const damaged = /^x\.gz: found \d+ bytes of gzip that end early or are damaged; allowed: a complete gzip file/;
  for (const length of [2, 9, 18, packed.length - 9, packed.length - 1])
    expect(() => gunzipTo(room(), packed.slice(0, length), 'x.gz'), `${length}`).toThrow(damaged);
  expect(() => gunzipTo(new Uint8Array(bytes.length - 1), packed, 'x.gz')).toThrow(damaged);
  // From behind the header, whose time and system nothing depends on.
  for (let i = 10; i < packed.length; i++) {
    const changed = Uint8Array.from(packed, (byte, place) => (place === i ? byte ^ 255 : byte));
    expect(() => gunzipTo(room(), changed, 'x.gz'), `byte ${i}`).toThrow(damaged);
  }
});
