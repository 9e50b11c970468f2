import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fingerprint, sha256Of } from '../../src/kernel/fingerprint.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

// The examples that NIST gives with FIPS 180.
it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
])('the SHA-256 of %j is the standard’s', (text, digest) => {
  expect(sha256Of(bytes(text))).toBe(digest);
});

it('is Node’s own for a million bytes', () => {
  const many = Uint8Array.from({ length: 1_000_003 }, (_, i) => (i * 40503) >>> 8);
  expect(sha256Of(many)).toBe(createHash('sha256').update(many).digest('hex'));
});

it('shortens to sixteen digits', () => {
  expect(fingerprint(bytes('abc'))).toBe('ba7816bf8f01cfea');
});
