/**
 * Lists and objects that stand in a file before are not written again: `{"sameAs": ["arms", 0, "curve", "step"]}` stands for what is at
 * that place. Arms share the points of their curves, their data and their grids, so this is a quarter of a recording.
 */
import type { Json } from './types.ts';

type Place = (string | number)[];

/** `value`, with a reference in place of each repetition that is longer than the reference. */
export function leaveOutRepeats(value: Json): Json {
  const places = new Map<string, Place>();
  const write = (part: Json, place: Place): Json => {
    if (part === null || typeof part !== 'object') return part;
    const text = JSON.stringify(part);
    const before = places.get(text);
    const reference = before && { sameAs: before };
    if (reference && JSON.stringify(reference).length < text.length) return reference;
    if (!before) places.set(text, place);
    return mapEntries(part, (item, key) => write(item, [...place, key]));
  };
  return write(value, []);
}

/** The inverse. Throws an Error that names the place if there is nothing to refer to. */
export function fillInRepeats(value: Json): Json {
  const read = (part: Json, depth: number): Json => {
    if (part === null || typeof part !== 'object') return part;
    const place = referenceOf(part);
    if (!place) return mapEntries(part, (item) => read(item, depth));
    const there = place.reduce<Json | undefined>(
      (at, key) => (at !== null && typeof at === 'object' ? (Reflect.get(at, key) as Json | undefined) : undefined),
      value,
    );
    // What it refers to is itself written with references to what stands before; more than a few levels are a circle.
    if (there === undefined || depth > DEEPEST) throw new Error(`it refers to ${JSON.stringify(place)}, where nothing stands`);
    return read(there, depth + 1);
  };
  return read(value, 0);
}

const DEEPEST = 20;

function referenceOf(part: Json[] | Record<string, Json>): Place | undefined {
  if (Array.isArray(part) || !Array.isArray(part['sameAs']) || Object.keys(part).length > 1) return undefined;
  return part['sameAs'].filter((key) => typeof key === 'string' || typeof key === 'number');
}

function mapEntries(part: Json[] | Record<string, Json>, map: (item: Json, key: string | number) => Json): Json {
  if (Array.isArray(part)) return part.map(map);
  return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, map(item, key)]));
}
