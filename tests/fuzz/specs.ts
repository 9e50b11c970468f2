/** Spec files: each is refused with its problems, or is an experiment within its ranges. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readExperiment } from '../../src/experiments/spec/read.ts';
import { SpecError } from '../../src/experiments/spec/spec.ts';
import { checkExperiment, experiments } from './experiments.ts';
import { tryAll, type Finding } from './finding.ts';
import { hostileText, hostileValue } from './hostile.ts';

const texts = experiments.map(({ id }) => readFileSync(new URL(`../../content/experiments/${id}.yaml`, import.meta.url), 'utf8'));
const written = texts.map((text) => parse(text) as Record<string, unknown>);

/** Of every leaf and branch. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withValue(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return put;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (String(index) === key ? withValue(inner, rest, put) : inner));
  return { ...value, [key]: withValue((value as Record<string, unknown>)[key], rest, put) };
}

/** A published file with some of its values, or of its characters, replaced. */
const mutated = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...written)
      .chain((spec) =>
        fc.tuple(
          fc.constant(spec),
          fc.array(fc.tuple(fc.constantFrom(...pathsOf(spec)), fc.option(fc.constantFrom('name', 'extra', '__proto__', '0')), hostileValue), {
            minLength: 1,
            maxLength: 3,
          }),
        ),
      )
      .map(([spec, changes]) => changes.reduce<unknown>((value, [path, more, put]) => withValue(value, more === null ? path : [...path, more], put), spec))
      // Nothing at all in place of the whole is an empty file.
      .map((value) => (value === undefined ? '' : stringify(value))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(40), hostileText).map(([text, at, length, put]) => {
      const start = at % text.length;
      return `${text.slice(0, start)}${put}${text.slice(start + length)}`;
    }),
  },
);

export function fuzzSpecs(count: number, seed: number, timed: boolean): Promise<Finding[]> {
  return tryAll(fc.sample(mutated, { numRuns: count, seed }), {
    attempt: (text) => checkExperiment(readExperiment(text, 'hostile.yaml')),
    isExpected: (error) => error instanceof SpecError,
    show: (text) => text,
    timed,
  });
}
