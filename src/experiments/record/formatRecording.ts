/**
 * The text of a recording's file: what fits on a line stands on one, and so does every list and table of numbers, so that changes
 * can be read. What stood before is referred to.
 */
import { leaveOutRepeats } from './repeats.ts';
import type { Json } from '../../schema/json.ts';

const WIDTH = 200;

export function formatRecording(recording: object): string {
  return `${format(leaveOutRepeats(JSON.parse(JSON.stringify(recording)) as Json), '')}\n`;
}

function format(value: Json, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= WIDTH || value === null || typeof value !== 'object') return line;
  const inner = `${indent} `;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}:${format(item, inner)}`);
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  // Numbers that changed are not read one by one.
  if (isTable(value)) return line;
  return `[\n${value.map((item) => `${inner}${format(item, inner)}`).join(',\n')}\n${indent}]`;
}

/** A list of numbers or words, or of such lists. */
function isTable(value: Json): boolean {
  return isPlain(value) || (Array.isArray(value) && value.every((item) => isPlain(item) || (Array.isArray(item) && item.every(isPlain))));
}

function isPlain(value: Json): boolean {
  return value === null || typeof value !== 'object';
}
