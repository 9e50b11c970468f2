import { ModelError } from './modelError.ts';

export type JsonObject = Record<string, unknown>;

/** The value of a JSON text. Throws a ModelError where it is none; `where` names the text. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ModelError(where, `no JSON (${error instanceof Error ? error.message : String(error)})`, 'a JSON text');
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw new ModelError(where, shown(value), 'an object');
  return value;
}

export function asArray(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new ModelError(where, shown(value), 'a list');
  return value;
}

/** A value as a message shows it: not more than a line of it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
