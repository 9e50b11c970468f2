/** Whether a verdict needs the loss of chance: to compare with it, or for the smallest difference that matters. */
import type { Verdict } from './verdict.ts';
import { kindOf } from './index.ts';

export function looksAtChance(verdict: Verdict): boolean {
  if (verdict.stuck ?? verdict.learns) return true;
  const { kind, form } = kindOf(verdict);
  if (!('matters' in kind)) return false;
  const matters = verdict.matters ?? kind.matters(form, verdict);
  return typeof matters === 'object' && matters.ofChance !== undefined;
}
