/**
 * Bytes of a text file → text. UTF-16 is recognised by its mark or by its zeros, UTF-8 by its mark or because it is valid; what is
 * neither is read as Windows-1252, which gives every byte a character of its own, so that two words never become one.
 */
import { DataFileError } from '../dataFileError.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

export interface DecodedText {
  text: string;
  encoding: Encoding;
}

/** Throws a DataFileError for bytes that are no text in any of the encodings. `file` is its name, for messages. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const encoding = encodingOf(bytes);
  // The mark at the beginning is left out by TextDecoder.
  // Composed, since some systems write ö as o with a mark of its own: the same word in the same file.
  // DOS ends a file with a character of its own.
  const text = new TextDecoder(encoding.toLowerCase())
    .decode(bytes)
    .replace(/\x1a\s*$/, '')
    .normalize('NFC');
  if (text.includes('\0') || (encoding === 'Windows-1252' && UNUSED.test(text)))
    throw new DataFileError(file, 'bytes that are no text', 'a text file in UTF-8 (or UTF-16, or Windows-1252); from a spreadsheet, save as CSV');
  return { text, encoding };
}

/** Where Windows-1252 has no character, TextDecoder gives a control character. */
const UNUSED = /[\u0081\u008d\u008f\u0090\u009d]/;

function encodingOf(bytes: Uint8Array): Encoding {
  const starts = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xfe)) return 'UTF-16LE';
  if (starts(0xfe, 0xff)) return 'UTF-16BE';
  const zeros = [0, 0];
  const head = bytes.subarray(0, 2 * PROBED);
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  // Letters, digits and delimiters of a table have a zero as one of their two bytes.
  if (zeros[1]! * 4 > head.length) return 'UTF-16LE';
  if (zeros[0]! * 4 > head.length) return 'UTF-16BE';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return 'Windows-1252';
  }
}

/** Pairs of bytes that are looked at. */
const PROBED = 2000;
