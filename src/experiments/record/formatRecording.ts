/** The text of a recording's file: what fits on a line stands on one, and so does every list of numbers, so that changes can be read. */
import type { Json } from '../types.ts';

const WIDTH = 200;

export function formatRecording(recording: object): string {
  return `${format(JSON.parse(JSON.stringify(recording)) as Json, '')}\n`;
}

function format(value: Json, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= WIDTH || value === null || typeof value !== 'object') return line;
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    if (value.every((item) => item === null || typeof item !== 'object')) return line;
    return `[\n${value.map((item) => `${inner}${format(item, inner)}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
