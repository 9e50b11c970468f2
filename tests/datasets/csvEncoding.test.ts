/** Bytes of files as spreadsheets of many countries write them. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/datasets/csv/decode.ts';

const TEXT = 'x,Ort\n1,Mölln\n2,Mülln\n';

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = Array.from(mark ? `\ufeff${text}` : text, (character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('the text of a file', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', new TextEncoder().encode(TEXT), 'UTF-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`), 'UTF-8'],
    ['UTF-16, little end first, with a mark', utf16(TEXT, true, true), 'UTF-16LE'],
    ['UTF-16, big end first, with a mark', utf16(TEXT, false, true), 'UTF-16BE'],
    ['UTF-16 without a mark', utf16(TEXT, true, false), 'UTF-16LE'],
    ['UTF-16, big end first, without a mark', utf16(TEXT, false, false), 'UTF-16BE'],
    // ö is F6 and ü is FC: neither is UTF-8, where both would become the same replacement character.
    ['Windows-1252', Uint8Array.from(TEXT, (character) => character.charCodeAt(0)), 'Windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes, 'own.csv')).toEqual({ text: TEXT, encoding });
  });

  test('a letter and its mark are one letter', () => {
    expect(decodeText(new TextEncoder().encode('Mo\u0308lln'), 'own.csv').text).toBe('M\u00f6lln');
  });

  test('the euro of Windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x78, 0x0a, 0x80, 0x35), 'own.csv').text).toBe('x\n€5');
  });

  test('what is no text is refused', () => {
    const workbook = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x81, 0x90);
    expect(() => decodeText(workbook, 'own.xlsx')).toThrow('own.xlsx: found bytes that are no text; allowed: a text file in UTF-8');
  });
});
