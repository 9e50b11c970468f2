/** What every entry of the catalog states about itself. Controls, schema, tables and exports derive from it. */

export interface NumberHyperparameter {
  kind: 'number';
  /** TeX symbol used in the entry's formula, for example `\\beta_1`. */
  symbol: string;
  description: string;
  default: number;
  /** Allowed range, inclusive unless said otherwise. */
  min: number;
  max: number;
  exclusiveMin?: boolean;
  exclusiveMax?: boolean;
  integer?: boolean;
  /** How a slider should run through the range. */
  scale?: 'linear' | 'log';
}

export interface BooleanHyperparameter {
  kind: 'boolean';
  symbol: string;
  description: string;
  default: boolean;
}

export type Hyperparameter = NumberHyperparameter | BooleanHyperparameter;

/** The same thing in the frameworks of the field: an expression in each one's own notation, or why there is none. */
export interface Equivalents {
  keras: string;
  pytorch: string;
  sklearn: string;
}

export interface Entry {
  /** Name in specs and URLs, camelCase as in Keras. */
  name: string;
  /** Name in prose and menus. */
  title: string;
  /** One sentence. */
  summary: string;
  /** The formula, in TeX. */
  tex: string;
  hyperparameters: Record<string, Hyperparameter>;
  /** Keys into the bibliography. */
  references: string[];
  equivalents: Equivalents;
  /** Conventions on which the field differs, and which one is meant here. */
  note?: string;
}

/** An entry that the kernel computes. */
export interface KernelEntry extends Entry {
  /** Number by which the kernel knows it (see kernel/assembly/opcodes.ts). */
  opcode: number;
}

/** An entry chosen, with all of its hyperparameters: `{ name: 'adam', learningRate: 0.001, … }`. */
export interface Choice {
  name: string;
  [hyperparameter: string]: number | boolean | string;
}

/**
 * Fill in an entry's defaults. Unknown hyperparameters are not looked for here: options are checked
 * once, at the edge (experiments/spec.ts).
 */
export function withDefaults(entry: Entry, given: Partial<Choice> = {}): Choice {
  const choice: Choice = { name: entry.name };
  for (const [key, hyperparameter] of Object.entries(entry.hyperparameters)) {
    choice[key] = given[key] ?? hyperparameter.default;
  }
  return choice;
}

/** Find an entry by name; an unknown name is an error that lists the allowed ones. */
export function findEntry<E extends { name: string }>(kind: string, entries: readonly E[], name: string): E {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`Unknown ${kind} "${name}"; allowed: ${entries.map((e) => e.name).join(', ')}.`);
  return entry;
}
