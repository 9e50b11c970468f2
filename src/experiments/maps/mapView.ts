/** A map as figures, tables and files show it: its conditions in words, and of each cell what came of it and where it leads. */
import type { Split } from '../../engines/engine.ts';
import { kindOf } from '../verdicts/index.ts';
import type { Judgement } from '../verdicts/verdict.ts';
import type { Outcome } from '../../words/verdictText.ts';
import { cellHash, claimOf, conditionTitles, type Mapped } from './cells.ts';
import { leanOf } from './lean.ts';
import { combinationsOf } from '../spec/mapCells.ts';

export interface MapView {
  /** The claim that is judged in every cell. */
  claim: string;
  effect: Effect;
  /** One or two: the one down, the one across. With one, it is across. */
  conditions: { title: string; labels: string[] }[];
  /** Row by row; undefined: not judged yet. */
  cells: (ViewedCell | undefined)[];
  /** For each cell, the address of the experiment with its settings. */
  links: string[];
}

/** What the number of a cell is: a quantity with a name ('': it says no more than the count), or one of the verdict's metric, of `from` less `less` or of the worst arm. */
export type Effect = { quantity: string } | { split: Split; metric: string; order?: { from: string; less: string } };

export interface ViewedCell {
  outcome: Outcome;
  agree: number;
  against: number;
  seeds: number;
  effect: Judgement['effect'];
  /** How far the effect lies on the claim's side; negative: on the other; null: no number. */
  lean: number | null;
}

/** `cells`: what came of each so far. `page`: address of the page that shows the experiment, '' for this one. */
export function mapView(experiment: Mapped, cells: readonly (Omit<ViewedCell, 'lean'> | undefined)[], page = ''): MapView {
  const verdict = claimOf(experiment);
  const titles = conditionTitles(experiment);
  return {
    claim: experiment.map.sentence ?? verdict.claim,
    effect: effectOf(experiment),
    conditions: experiment.map.over.map(({ values }, index) => ({ title: titles[index]!, labels: values.map(({ label }) => inShort(label)) })),
    cells: cells.map((cell) => cell && { ...cell, lean: leanOf(verdict, cell.effect) }),
    links: combinationsOf(experiment.map.over).map((combination) => `${page}${cellHash(experiment, combination)}`),
  };
}

/** Twelve layers of 32 units are "12 × 32": a column of the map is as wide as its name. */
function inShort(label: string): string {
  const [first = '', ...others] = label.split('-');
  return others.length > 2 && /^\d+$/.test(first) && others.every((other) => other === first) ? `${others.length + 1} × ${first}` : label;
}

function effectOf(experiment: Mapped): Effect {
  const verdict = claimOf(experiment);
  const { kind, form } = kindOf(verdict);
  const named = kind.labels?.(form);
  const quantity = kind.quantity?.(form, verdict, named?.length ?? experiment.arms.length);
  if (quantity !== undefined) return { quantity };
  const [first, last] = [named?.[0], named?.at(-1)];
  const { split, metric } = verdict;
  return { split, metric, ...(first !== undefined && last !== undefined && { order: { from: last, less: first } }) };
}
