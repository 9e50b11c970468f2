/** The kinds of verdict, by their key. A new one is one file here, one line in this list and one in verdictSchema.ts. */
import type { Verdict } from './verdict.ts';
import { ascending } from './ascending.ts';
import { learns, stuck } from './chance.ts';
import { diverges } from './diverges.ts';
import { gap } from './gap.ts';
import { interaction } from './interaction.ts';
import type { VerdictKind } from './kind.ts';
import { ratio } from './ratio.ts';
import { reaches } from './reaches.ts';
import { reading } from './reading.ts';
import { rises } from './rises.ts';
import { same } from './same.ts';
import { smoother } from './smoother.ts';
import { sparsity } from './sparsity.ts';
import { above, below } from './threshold.ts';
import type { VerdictForms } from './verdictSchema.ts';

type Kinds = { [Name in keyof VerdictForms]-?: VerdictKind<NonNullable<VerdictForms[Name]>> };

const KINDS: Kinds = { ascending, below, above, reaches, stuck, learns, diverges, ratio, reading, rises, sparsity, same, gap, smoother, interaction };

export type VerdictName = keyof Kinds;
export const verdictNames = Object.keys(KINDS) as VerdictName[];

/** A verdict's kind with what it says. */
export interface Chosen {
  name: VerdictName;
  kind: VerdictKind<unknown>;
  form: unknown;
}

/** All kinds that a verdict names; a sound one names one. */
export function chosenIn(verdict: Pick<Verdict, VerdictName>): Chosen[] {
  return verdictNames.flatMap((name) => (verdict[name] === undefined ? [] : [{ name, kind: KINDS[name], form: verdict[name] }]));
}

/** Throws if it does not name exactly one kind. */
export function kindOf(verdict: Verdict): Chosen {
  const [chosen, ...more] = chosenIn(verdict);
  if (!chosen || more.length > 0) throw new Error(`A verdict says exactly one of ${verdictNames.join(', ')}.`);
  return chosen;
}
