import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModelFile, writeModelFile } from '../../src/models/modelFile.ts';
import { ModelError } from '../../src/models/modelError.ts';
import { readSafetensors, writeSafetensors } from '../../src/models/safetensors.ts';
import { bits, models } from './models.ts';

/** A file by hand, from the description of the format. */
function file(header: string, data: readonly number[] = []): Uint8Array {
  const text = new TextEncoder().encode(header);
  return Uint8Array.of(text.length % 256, Math.floor(text.length / 256), 0, 0, 0, 0, 0, 0, ...text, ...data);
}

// 1.0 is 0x3f800000, −2.0 is 0xc0000000 (IEEE 754).
const ONE = [0, 0, 0x80, 0x3f];
const MINUS_TWO = [0, 0, 0, 0xc0];

test('reads a file made by hand', () => {
  const { tensors, metadata } = readSafetensors(
    file('{"__metadata__":{"by":"hand"},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}  ', [
      ...ONE,
      ...MINUS_TWO,
      ...ONE,
    ]),
    'x',
  );
  expect(metadata).toEqual({ by: 'hand' });
  expect(tensors.get('a')).toEqual({ shape: [2, 1], values: Float32Array.of(1, -2) });
  expect(tensors.get('b')).toEqual({ shape: [1], values: Float32Array.of(1) });
});

test('writes what the format says: length, header from byte 8, data aligned to 8 bytes, little-endian', () => {
  const bytes = writeSafetensors({ tensors: new Map([['a', { shape: [2], values: Float32Array.of(1, -2) }]]), metadata: { by: 'hand' } });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  expect(bytes[8]).toBe('{'.charCodeAt(0));
  expect(JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))).toEqual({
    __metadata__: { by: 'hand' },
    a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
  });
  expect([...bytes.subarray(8 + length)]).toEqual([...ONE, ...MINUS_TWO]);
});

test('a model comes back bit for bit, architecture and all', () => {
  fc.assert(
    fc.property(models, (model) => {
      const read = readModelFile(writeModelFile(model), 'x');
      expect(read.network).toEqual(model.network);
      expect(bits(read.parameters)).toEqual(bits(model.parameters));
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('holds numbers that are not finite, which JSON does not', () => {
  const bytes = writeSafetensors({ tensors: new Map([['a', { shape: [3], values: Float32Array.of(NaN, Infinity, -Infinity) }]]), metadata: {} });
  expect([...readSafetensors(bytes, 'x').tensors.get('a')!.values]).toEqual([NaN, Infinity, -Infinity]);
});

describe('bad files are errors that say where', () => {
  const tensor = (fields: string) => file(`{"a":{${fields}}}`, ONE);
  test.each<[string, Uint8Array, string]>([
    ['too short', new Uint8Array(5), 'x: found 5 bytes; allowed: eight bytes for the length of the header'],
    ['a header longer than the file', file('{}').slice(0, 9), 'x: found a header of 2 bytes in a file of 9; allowed: a header that fits the file'],
    [
      'an enormous header',
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127, 0),
      'in a file of 9; allowed: a header that fits the file, of 100000000 bytes at most',
    ],
    ['a header that is no JSON', file('{"a":'), 'x, header: found no JSON'],
    ['a header that is no text', file('{"a"').map((byte, i) => (i === 9 ? 0xff : byte)), 'x, header: found bytes that are no text; allowed: JSON in UTF-8.'],
    ['a header that is a list', file('[]'), 'x, header: found []; allowed: an object.'],
    ['another type', tensor('"dtype":"F16","shape":[2],"data_offsets":[0,4]'), 'x, tensor a, dtype: found "F16"; allowed: "F32", numbers of 32 bits.'],
    ['a negative size', tensor('"dtype":"F32","shape":[-1],"data_offsets":[0,4]'), 'x, tensor a, shape: found [-1]; allowed: whole numbers from 0.'],
    [
      'offsets beyond the data',
      tensor('"dtype":"F32","shape":[2],"data_offsets":[0,8]'),
      'x, tensor a, data_offsets: found [0,8]; allowed: [begin, end] with 0 ≤ begin ≤ end ≤ 4',
    ],
    ['offsets the wrong way round', tensor('"dtype":"F32","shape":[1],"data_offsets":[4,0]'), 'x, tensor a, data_offsets: found [4,0]'],
    [
      'a size that is not its shape’s',
      tensor('"dtype":"F32","shape":[3],"data_offsets":[0,4]'),
      'x, tensor a, data_offsets: found 4 bytes; allowed: 12, as the shape [3] says.',
    ],
    [
      'bytes that belong to nothing',
      file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', [...ONE, ...ONE]),
      'x: found 8 bytes of data; allowed: 4, which its tensors take.',
    ],
    [
      'a gap',
      file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', [...ONE, ...ONE]),
      'x, tensor a, data_offsets: found a begin of 4; allowed: 0, where the tensor before it ends.',
    ],
    [
      'tensors that share bytes',
      file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', ONE),
      'x, tensor b, data_offsets: found a begin of 0; allowed: 4, where the tensor before it ends.',
    ],
    ['metadata that is no text', file('{"__metadata__":{"a":1}}'), 'x, __metadata__, a: found 1; allowed: a text.'],
  ])('%s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes, 'x')).toThrow(ModelError);
    expect(() => readSafetensors(bytes, 'x')).toThrow(message);
  });

  test('any cut of a good file', () => {
    const whole = writeSafetensors({ tensors: new Map([['a', { shape: [2], values: Float32Array.of(1, -2) }]]), metadata: {} });
    for (let length = 0; length < whole.length; length++) expect(() => readSafetensors(whole.subarray(0, length), 'x')).toThrow(ModelError);
  });

  test('a file without an architecture', () => {
    const bytes = writeSafetensors({ tensors: new Map(), metadata: {} });
    expect(() => readModelFile(bytes, 'x')).toThrow(
      'x: found no "fully-connected/network" in its metadata; allowed: a file that has it, or an architecture given with the file.',
    );
  });

  test('tensors that do not fit the network', () => {
    const network = { inputs: 2, layers: [{ units: 1, activation: { name: 'linear' } }], loss: { name: 'meanSquaredError' } };
    const write = (shape: number[], more: [string, { shape: number[]; values: Float32Array }][] = []) =>
      writeSafetensors({
        tensors: new Map([
          ['layers.0.kernel', { shape, values: new Float32Array(2) }],
          ['layers.0.bias', { shape: [1], values: new Float32Array(1) }],
          ...more,
        ]),
        metadata: {},
      });
    expect(readModelFile(write([2, 1]), 'x', network).parameters).toEqual([{ kernel: new Float32Array(2), bias: new Float32Array(1) }]);
    expect(() => readModelFile(write([1, 2]), 'x', network)).toThrow('layers.0.kernel: found the shape [1, 2]; allowed: the shape [2, 1], 2 numbers.');
    expect(() => readModelFile(write([2, 1], [['layers.1.bias', { shape: [1], values: new Float32Array(1) }]]), 'x', network)).toThrow(
      'layers.1.bias: found a tensor that belongs to no layer of the network; allowed: one of layers.0.kernel, layers.0.bias.',
    );
  });
});
