/** What every entry of the catalog states about itself. Controls, schema, checks, exports and tests derive from it. */

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

/**
 * Python in which `{name}` stands for the hyperparameter of that name; a function where it depends on the choice. Exported programs are made
 * of these (src/export/python/spell.ts).
 */
export type Spelling = string | ((choice: Choice) => string);

/**
 * The same thing in the frameworks of the field.
 *
 *              Keras, made anew by each evaluation   PyTorch                     TensorFlow
 * activation   a layer                               a module                    a function of a tensor
 * initializer  an initializer                        a function that fills `w`   a function of a shape (inputs, units)
 * loss         a loss                                a function of (outputs, labels), or of logits where it is computed from them
 * constraint   a constraint                          a function of the weights and the norms of units: changes them, gives them
 */
export interface Equivalents {
  keras: Spelling;
  pytorch: Spelling;
  tensorflow: Spelling;
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
  /** Conventions on which the field differs, and which one is meant here. */
  note?: string;
}

/** An entry that the kernel computes. */
export interface KernelEntry<E = Equivalents> extends Entry {
  /** Number by which the kernel knows it: a case of the same name in src/kernel/assembly. */
  opcode: number;
  equivalents: E;
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
