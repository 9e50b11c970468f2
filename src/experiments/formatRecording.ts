/**
 * The text of a recording's file: what fits on a line stands on one, and so does every list of numbers, so that changes can be read. What
 * stood before is referred to.
 */
import { leaveOutRepeats } from './sameAs.ts';
import type { Json } from './types.ts';

const WIDTH = 200;

export function formatRecording(recording: object): string {
  return `${format(leaveOutRepeats(JSON.parse(JSON.stringify(recording)) as Json), '')}\n`;
}

function format(value: Json, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= WIDTH || value === null || typeof value !== 'object') return line;
  const inner = `${indent} `;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner)}`);
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  if (value.every(isPlain)) return line;
  const lines = value.every((item) => isPlain(item) || isRow(item)) ? filled(value, WIDTH - inner.length - 1) : value.map((item) => format(item, inner));
  return `[\n${lines.map((item) => `${inner}${item}`).join(',\n')}\n${indent}]`;
}

function isPlain(value: Json): boolean {
  return value === null || typeof value !== 'object';
}

function isRow(value: Json): boolean {
  return Array.isArray(value) && value.every(isPlain);
}

/** As many rows of a table on a line as fit. */
function filled(rows: readonly Json[], width: number): string[] {
  const lines: string[] = [];
  for (const row of rows.map((item) => JSON.stringify(item))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + row.length < width) lines[lines.length - 1] = `${last},${row}`;
    else lines.push(row);
  }
  return lines;
}
