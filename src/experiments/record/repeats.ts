/**
 * Lists and objects that stand in a file before are not written again: a JSON reference such as `{"$ref": "#/arms/0/curve/step"}` stands for
 * what is at that place. Arms share the points of their curves, their data and their grids.
 */
import type { Json } from '../../schema/json.ts';

type Nested = Extract<Json, object>;

/** `value`, with a reference in place of each repetition that is longer than the reference. */
export function leaveOutRepeats(value: Json): Json {
  const places = new Map<string, string>();
  const write = (part: Json, place: string): Json => {
    if (part === null || typeof part !== 'object') return part;
    const text = JSON.stringify(part);
    const before = places.get(text);
    if (before === undefined) places.set(text, place);
    else if (JSON.stringify({ $ref: before }).length < text.length) return { $ref: before };
    return mapEntries(part, (item, key) => write(item, `${place}/${escaped(key)}`));
  };
  return write(value, '#');
}

/** The inverse. Throws an Error that names the place if there is nothing to refer to. */
export function fillInRepeats(value: Json): Json {
  const read = (part: Json, depth: number): Json => {
    if (part === null || typeof part !== 'object') return part;
    const place = referenceOf(part);
    if (place === undefined) return mapEntries(part, (item) => read(item, depth));
    const there = find(value, place);
    // What it refers to is itself written with references to what stands before; more than a few levels are a circle.
    if (there === undefined || depth > DEEPEST) throw new Error(`it refers to ${place}, where nothing stands`);
    return read(there, depth + 1);
  };
  return read(value, 0);
}

const DEEPEST = 20;

function referenceOf(part: Nested): string | undefined {
  if (Array.isArray(part) || Object.keys(part).length !== 1) return undefined;
  const place = part['$ref'];
  return typeof place === 'string' && place.startsWith('#/') ? place : undefined;
}

/** By a JSON pointer (RFC 6901). */
function find(value: Json, place: string): Json | undefined {
  let at: Json | undefined = value;
  for (const part of place.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key) as Json;
  }
  return at;
}

function escaped(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

function mapEntries(part: Nested, map: (item: Json, key: string | number) => Json): Json {
  if (Array.isArray(part)) return part.map(map);
  return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, map(item, key)]));
}
