/**
 * The space of a search as Python: what each value sets of an arm, found by comparing the settings of programs. A value of a list is
 * written as what differs from the base; a range as a function of the value, read off two of its values.
 */
import type { Json } from '../../schema/json.ts';
import type { Dimension, RangeDimension, Space } from '../../search/space/space.ts';
import type { Point } from '../../search/space/turn.ts';
import { ExportError } from '../exported.ts';
import type { Settings } from '../python/armTable.ts';
import { literal } from '../python/literal.ts';

/** The points whose settings are compared: the base, each value of each dimension alone, and the values of each two dimensions together. */
export function probedPoints(space: Space): Point[] {
  const alone = space.flatMap((dimension) => probes(dimension).map((value) => ({ [dimension.path]: value })));
  return [{}, ...alone, ...pairs(space)];
}

/** `settingsOf` knows the settings at the points of probedPoints. Throws an ExportError where a script of this form would not do what the search does. */
export function spaceTable(space: Space, settingsOf: (point: Point) => Settings): string {
  const base = settingsOf({});
  const changes = new Map(space.map((dimension) => [dimension.path, changesOf(dimension, base, settingsOf)]));
  for (const point of pairs(space)) {
    const parts = Object.entries(point).map(([path, value]) => changes.get(path)!(value));
    const composed: Settings = Object.assign({}, base, ...parts) as Settings;
    if (Object.entries(settingsOf(point)).some(([name, expression]) => composed[name] !== expression))
      throw new ExportError(`What ${Object.keys(point).join(' and ')} set depends on both; allowed in a script: dimensions that can be set one after another.`);
  }
  const entries = space.map((dimension) => {
    const change = changes.get(dimension.path)!;
    return `    ${literal(dimension.path)}: ${dimension.kind === 'range' ? rangeEntry(dimension, change) : listEntry(dimension, change)},`;
  });
  return ['SPACE = {', ...entries, '}'].join('\n');
}

/** A value as a script calls it: labels as they are, other values as in the file. */
function labelOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Change = (value: Json) => Settings;

/** What a value sets: of all that any value of the dimension changes, so that it also takes back what was set before it. */
function changesOf(dimension: Dimension, base: Settings, settingsOf: (point: Point) => Settings): Change {
  const at = (value: Json) => settingsOf({ [dimension.path]: value });
  const names = Object.keys(base).filter((name) => probes(dimension).some((value) => at(value)[name] !== base[name]));
  return (value) => Object.fromEntries(names.map((name) => [name, at(value)[name]!]));
}

function listEntry({ values }: Extract<Dimension, { kind: 'list' }>, change: Change): string {
  const choices = values.map((value) => `        ${literal(labelOf(value))}: ${dict(change(value))},`);
  return ['dict(choices={', ...choices, '    })'].join('\n');
}

function rangeEntry(dimension: RangeDimension, change: Change): string {
  const { path, min, max, scale, integer } = dimension;
  const [one, other] = probes(dimension).map((value) => dict(change(value)).replace(asToken(value), 'value'));
  if (one !== other || !/\bvalue\b/.test(one!))
    throw new ExportError(`${path}: a script cannot say what a value of this range sets; allowed: a list of values.`);
  const options = `low=${literal(min)}, high=${literal(max)}, log=${literal(scale === 'log')}, integer=${literal(integer)}`;
  return `dict(${options}, sets=lambda value: ${one})`;
}

function dict(change: Settings): string {
  return `dict(${Object.entries(change)
    .map(([name, expression]) => `${name}=${expression}`)
    .join(', ')})`;
}

/** Every value of a list, and two of a range: numbers that hardly stand anywhere else in a program. */
function probes(dimension: Dimension): Json[] {
  if (dimension.kind === 'list') return dimension.values;
  const { min, max, integer } = dimension;
  const inside = [0.37281, 0.73159].map((share) => min + share * (max - min));
  if (!integer) return inside.map((value) => Number(value.toPrecision(7)));
  const whole = inside.map(Math.round);
  return whole[0] === whole[1] ? [min, max] : whole;
}

function pairs(space: Space): Point[] {
  return space.flatMap((first, index) =>
    space.slice(index + 1).flatMap((second) => probes(first).flatMap((one) => probes(second).map((other) => ({ [first.path]: one, [second.path]: other })))),
  );
}

/** The number where it stands alone, not as a part of another; as an int or as a float. */
function asToken(value: Json): RegExp {
  return new RegExp(`(?<![\\w.])${literal(Number(value)).replace(/[.+]/g, '\\$&')}(\\.0)?(?![\\w.])`, 'g');
}
