/**
 * Whoever adds to a catalog and forgets a place is told which: for every entry, the files that do not have it yet. CONTRIBUTING.md, “To add”,
 * lists the same places in prose.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasets } from '../src/datasets/index.ts';
import { FIGURE_NAMES } from '../src/experiments/spec/figureNeeds.ts';
import { probes } from '../src/experiments/probes/index.ts';
import { verdictNames } from '../src/experiments/verdicts/index.ts';
import {
  activations,
  constraints,
  initializers,
  losses,
  momentumWarmUp,
  normalizations,
  optimizers,
  parametrizations,
  schedules,
  warmUp,
} from '../src/nn/catalog.ts';

interface Named {
  name: string;
  references?: string[];
}

interface Place<E extends Named> {
  /** From the root; by the entry where each has its own. */
  file: string | ((entry: E) => string);
  /** What to add there. */
  add: string;
  /** Whether the file's text has the entry. */
  has(entry: E, text: string): boolean;
}

const root = join(import.meta.dirname, '..');
const texts = new Map<string, string>();
function textOf(file: string): string {
  const path = join(root, file);
  if (!texts.has(file)) texts.set(file, existsSync(path) ? readFileSync(path, 'utf8') : '');
  return texts.get(file)!;
}

/** Messages for people. */
function lacking<E extends Named>(entries: readonly E[], places: readonly Place<E>[]): string[] {
  return entries.flatMap((entry) =>
    places.flatMap(({ file, add, has }) => {
      const path = typeof file === 'string' ? file : file(entry);
      return has(entry, textOf(path)) ? [] : [`"${entry.name}" is not in ${path} yet: ${add}`];
    }),
  );
}

const matches = (pattern: (name: string) => string) => (entry: Named, text: string) => new RegExp(pattern(entry.name), 'm').test(text);
/** A key of an object, at the left of its line but for the indentation. */
const key = matches((name) => `^\\s+${name}(:|\\(|,)`);
const quoted = matches((name) => `['"]${name}['"]`);
const upper = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const inCase = (kind: string) => matches((name) => `case ${kind}\\.${upper(name)}:`);
const used = (kind: string) => (entry: Named, text: string) => new RegExp(`[^]\\b${kind}\\.${upper(entry.name)}\\b`).test(text);

const bits = (what: string): Place<Named> => ({
  file: 'src/cli/bits/bits.txt',
  add: 'run `npm run bits -- --update`',
  has: matches((name) => `^[0-9a-f]{16} {2}${what} ${name}$`),
});
const schema: Place<Named> = { file: 'content/experiment.schema.json', add: 'run `npm run -s lab -- schema --write`', has: quoted };
const bibliography: Place<Named> = {
  file: 'content/bibliography.bib',
  add: 'the works that its `references` name',
  has: ({ references = [] }, text) => references.every((reference) => text.includes(`{${reference},`)),
};

const everywhere = [schema, bibliography];
const activationCode = 'src/kernel/assembly/smoothActivations.ts';

describe('every entry has its places', () => {
  it.each<[string, string[]]>([
    [
      'activation',
      lacking(activations, [
        // linear and those with loops of their own are cases of activations.ts beside it.
        { file: activationCode, add: 'a number, and a case in `smooth` and in `smoothDerivative`', has: (entry, text) => twice(entry, text) },
        { file: 'src/engines/tfjs/network/activations.ts', add: 'a function of tensors in the table', has: key },
        { file: 'tests/engines/table/activations.ts', add: 'a row', has: key },
        ...everywhere,
        bits('activation'),
      ]).filter((message) => !/^"softmax" .*bits/.test(message)),
    ],
    [
      'optimizer',
      lacking(optimizers, [
        { file: 'src/kernel/assembly/optimizers.ts', add: 'a number, and a case in `update`', has: inCase('Optimizer') },
        {
          file: 'src/engines/tfjs/update/optimizers.ts',
          add: 'an update of tensors in the table',
          has: (entry, text) => key(entry, text) || key(entry, textOf('src/engines/tfjs/update/momentOptimizers.ts')),
        },
        { file: 'tests/engines/table/optimizers.ts', add: 'a row', has: key },
        ...everywhere,
        bits('optimizer'),
      ]),
    ],
    [
      'initializer',
      lacking(initializers, [
        { file: 'tests/nn/initializers.test.ts', add: 'its moments', has: (e, t) => key(e, t) || quoted(e, t) },
        ...everywhere,
        bits('initializer'),
      ]),
    ],
    [
      'loss',
      lacking(losses, [
        { file: 'src/kernel/assembly/lossValues.ts', add: 'a number, and its value', has: used('Loss') },
        { file: 'src/kernel/assembly/losses.ts', add: 'its gradient', has: used('Loss') },
        { file: 'src/engines/tfjs/network/losses.ts', add: 'a function of tensors in the table', has: key },
        { file: 'src/experiments/configuration/output.ts', add: 'the output activations that go with it', has: key },
        { file: 'tests/engines/table/losses.ts', add: 'its formula', has: key },
        { file: 'tests/engines/cases.ts', add: 'a row of `heads`', has: quoted },
        ...everywhere,
      ]),
    ],
    [
      'constraint',
      lacking(constraints, [
        { file: 'src/kernel/assembly/constraints.ts', add: 'a number, and its rule', has: used('Constraint') },
        { file: 'src/engines/tfjs/update/constraints.ts', add: 'a function of tensors in the table', has: key },
        { file: 'tests/engines/cases.ts', add: 'a row of `techniques`', has: quoted },
        ...everywhere,
        bits('constraint'),
      ]),
    ],
    [
      'schedule',
      lacking(schedules, [
        { file: 'src/export/python/schedules.ts', add: 'its Python', has: (e, t) => e.name === 'constant' || quoted(e, t) || key(e, t) },
        { file: 'tests/nn/schedules.test.ts', add: 'rows with rates by hand', has: quoted },
        ...everywhere,
        bits('schedule'),
      ]),
    ],
    ['warm-ups and normalization', lacking([warmUp, momentumWarmUp, ...normalizations], [bibliography])],
    [
      'parametrization',
      lacking(parametrizations, [
        ...everywhere,
        { file: 'src/cli/bits/bits.txt', add: 'run `npm run bits -- --update`', has: matches((name) => `^[0-9a-f]{16} {2}parametrization ${name}, adam$`) },
        { file: 'src/components/catalog/methods.ts', add: 'an entry with how a spec writes it', has: matches((name) => `\\.\\.\\.${name},`) },
      ]),
    ],
    [
      'data set',
      [
        ...lacking(
          datasets.filter(({ load }) => !load),
          [schema, bits('data')],
        ),
        ...lacking(datasets, [
          {
            file: 'content/data-sets.yaml',
            add: 'how its examples are made, and what they cannot show',
            has: matches((name) => `^${name}:\\n  made: .+\\n  limits: .+`),
          },
        ]),
      ],
    ],
    [
      'figure',
      lacking(
        FIGURE_NAMES.map((name) => ({ name })),
        [
          schema,
          ...(['laptop', 'phone'] as const).map((screen) => ({
            file: ({ name }: Named) => `tests/browser/looks/pictures/figure-${name}-${screen}.png`,
            add: 'run `npm run looks -- --update-snapshots`, and look at it',
            has: (_: Named, text: string) => text !== '',
          })),
        ],
      ),
    ],
    [
      'probe',
      lacking(probes, [
        { file: 'tests/experiments/probes/probes.test.ts', add: 'a test against a closed form', has: (e, t) => quoted(e, t) || key(e, t) },
        schema,
      ]),
    ],
    [
      'kind of verdict',
      lacking(
        verdictNames.map((name) => ({ name })),
        [
          {
            file: 'tests/experiments/verdicts/verdicts.test.ts',
            add: 'cases by hand',
            has: (e, t) => t.includes(e.name) || textOf('tests/experiments/verdicts/judge.test.ts').includes(e.name),
          },
          { file: 'CONTRIBUTING.md', add: 'a row of the table of verdicts', has: matches((name) => `\`${name}:`) },
          schema,
        ],
      ),
    ],
  ])('%s', (_, missing) => {
    expect(missing).toEqual([]);
  });
});

describe('what is missing is said', () => {
  it('by entry, file and what to add', () => {
    const places: Place<Named>[] = [{ file: 'src/kernel/assembly/optimizers.ts', add: 'a case', has: inCase('Optimizer') }, bibliography];
    const entries = [{ name: 'adamw', references: ['nobody1800'] }, { name: 'unheardOf' }];
    expect(lacking(entries, places)).toEqual([
      '"adamw" is not in content/bibliography.bib yet: the works that its `references` name',
      '"unheardOf" is not in src/kernel/assembly/optimizers.ts yet: a case',
    ]);
  });
});

/** Forwards and backwards. linear, sigmoid, tanh, relu and softmax have loops of their own beside the file. */
function twice({ name }: Named, text: string): boolean {
  const cases = (text + textOf('src/kernel/assembly/activations.ts')).split(`case Activation.${upper(name)}:`).length - 1;
  return cases === 2;
}
