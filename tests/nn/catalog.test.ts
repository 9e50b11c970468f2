import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { activations, constraints, initializers, losses, momentumWarmUp, optimizers, schedules, warmUp } from '../../src/nn/catalog.ts';
import { findEntry, withDefaults, type Entry, type KernelEntry } from '../../src/nn/entry.ts';

const kinds: { kind: string; entries: readonly Entry[] }[] = [
  { kind: 'activation', entries: activations },
  { kind: 'initializer', entries: initializers },
  { kind: 'loss', entries: losses },
  { kind: 'optimizer', entries: optimizers },
  { kind: 'constraint', entries: constraints },
  { kind: 'schedule', entries: [...schedules, warmUp, momentumWarmUp] },
];
const kernelKinds: { kind: string; file: string; entries: readonly KernelEntry<unknown>[] }[] = [
  { kind: 'Activation', file: 'smoothActivations.ts', entries: activations },
  { kind: 'Loss', file: 'lossValues.ts', entries: losses },
  { kind: 'Optimizer', file: 'optimizers.ts', entries: optimizers },
  { kind: 'Constraint', file: 'constraints.ts', entries: constraints },
];

const bibliography = readFileSync(new URL('../../content/bibliography.bib', import.meta.url), 'utf8');
const keys = new Set(Array.from(bibliography.matchAll(/^@\w+\{([^,\s]+),/gm), ([, key]) => key));

describe.each(kinds)('$kind', ({ kind, entries }) => {
  it('has each name once', () => {
    expect(new Set(entries.map((entry) => entry.name)).size).toBe(entries.length);
  });

  it('is found by name, and an unknown name is told which there are', () => {
    for (const entry of entries) expect(findEntry(kind, entries, entry.name)).toBe(entry);
    expect(() => findEntry(kind, entries, 'toString')).toThrow(`Unknown ${kind} "toString"; allowed: ${entries[0]!.name}`);
  });

  describe.each(entries.map((entry) => ({ name: entry.name, entry })))('$name', ({ entry }) => {
    it('says what it is', () => {
      expect(entry.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(entry.title).not.toBe('');
      expect(entry.summary).toMatch(/[.]$/);
    });

    it('has TeX that KaTeX renders', () => {
      const symbols = Object.values(entry.hyperparameters).map((hyperparameter) => hyperparameter.symbol);
      for (const tex of [entry.tex, ...symbols]) {
        expect(katex.renderToString(tex, { throwOnError: true, strict: 'error', displayMode: true })).toContain('katex');
      }
    });

    it('has defaults within their ranges', () => {
      for (const [name, hyperparameter] of Object.entries(entry.hyperparameters)) {
        if (hyperparameter.kind === 'boolean') {
          expect(typeof hyperparameter.default, name).toBe('boolean');
          continue;
        }
        const { min, max, exclusiveMin, exclusiveMax, integer, default: value } = hyperparameter;
        expect(min, name).toBeLessThan(max);
        expect(exclusiveMin ? value > min : value >= min, name).toBe(true);
        expect(exclusiveMax ? value < max : value <= max, name).toBe(true);
        if (integer) expect(Number.isInteger(value), name).toBe(true);
      }
    });

    it('fills in its defaults, and leaves what is given', () => {
      const chosen = withDefaults(entry);
      expect(Object.keys(chosen)).toEqual(['name', ...Object.keys(entry.hyperparameters)]);
      for (const [name, hyperparameter] of Object.entries(entry.hyperparameters)) {
        expect(chosen[name]).toBe(hyperparameter.default);
        const other = hyperparameter.kind === 'boolean' ? !hyperparameter.default : hyperparameter.max;
        expect(withDefaults(entry, { [name]: other })[name]).toBe(other);
      }
    });

    it('refers to what is in the bibliography', () => {
      expect(entry.references.filter((key) => !keys.has(key))).toEqual([]);
    });
  });
});

it.each(kernelKinds)('each entry of $kind has the opcode by which the kernel knows it, and none is missing', ({ kind, file, entries }) => {
  const opcodes = readFileSync(new URL(`../../src/kernel/assembly/${file}`, import.meta.url), 'utf8');
  const [, body = ''] = new RegExp(`namespace ${kind} \\{([^}]*)\\}`).exec(opcodes) ?? [];
  const known = Array.from(body.matchAll(/const (\w+) = (\d+)/g), ([, name = '', number]): [string, number] => [camelCase(name), Number(number)]);
  expect(Object.fromEntries(entries.map((entry) => [entry.name, entry.opcode]))).toEqual(Object.fromEntries(known.filter(([name]) => name !== 'none')));
});

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
