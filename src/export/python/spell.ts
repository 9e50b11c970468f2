/** What entries of the catalog are in Python (`equivalents`), with the hyperparameters that were chosen. */
import { activations, constraints, initializers, losses } from '../../nn/catalog.ts';
import { findEntry, type Choice, type Equivalents, type Spelling } from '../../nn/entry.ts';
import { real } from './literal.ts';

const CATALOG = { activation: activations, initializer: initializers, loss: losses, constraint: constraints };

/** `nn.ELU({alpha})` of an elu with α = 0.5 → `nn.ELU(0.5)`. Throws for a name that is no hyperparameter of the choice. */
export function spell(spelling: Spelling, choice: Choice): string {
  const python = typeof spelling === 'string' ? spelling : spelling(choice);
  return python.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = choice[name];
    if (value === undefined) throw new Error(`The Python of "${choice.name}" asks for {${name}}; it has ${Object.keys(choice).join(', ')}.`);
    return real(value);
  });
}

export function spellEntry(kind: keyof typeof CATALOG, choice: Choice, framework: keyof Equivalents): string {
  const entries: readonly { name: string; equivalents: Equivalents }[] = CATALOG[kind];
  return spell(findEntry(kind, entries, choice.name).equivalents[framework], choice);
}

/** Definitions of what `python` calls or names, each once. `definitions`: by the names by which they are called. */
export function definitionsOf(python: readonly string[], definitions: Readonly<Record<string, string>>): string[] {
  return Object.entries(definitions).flatMap(([name, code]) => (python.some((text) => new RegExp(`\\b${name}\\b`).test(text)) ? [code] : []));
}
