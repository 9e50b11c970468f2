/** A search file, as it was read, to an explicit `Search`: every default filled in, everything checked. */
import { parseAxes } from '../../experiments/spec/comparison.ts';
import { armsOf } from '../../experiments/spec/armsOf.ts';
import { explicitConfiguration } from '../../experiments/configuration/parseConfiguration.ts';
import { formatPath, SpecError, type Path, type Report } from '../../schema/problem.ts';
import { idOf } from '../../experiments/spec/spec.ts';
import { zodProblems, type Located } from '../../schema/zodProblems.ts';
import { checkSearch } from './checkSearch.ts';
import { parseSpace } from './parseSpace.ts';
import { trialsOfGreedy, trialsOfGrid } from '../run/plannedRuns.ts';
import type { Search, SearchBudget, SearchVerdict } from '../search.ts';
import { searchSchema, type WrittenSearch } from './searchSchema.ts';
import type { Space } from '../space/space.ts';

/**
 * `raw` is the content of the file as plain values; `file` names it in errors, and its base name is the id. `lineOf` finds
 * the line of a path, where the file has lines. Throws a SpecError with all problems found.
 */
export function parseSearch(raw: unknown, file: string, lineOf: (path: Path) => number | undefined = () => undefined): Search {
  const fail = (problems: Located[]): never => {
    throw new SpecError(
      file,
      problems.map(({ at, path, found, allowed }) => ({ path, found, allowed, line: lineOf(at) })),
    );
  };
  const parsed = searchSchema.safeParse(raw);
  if (!parsed.success) return fail(zodProblems(parsed.error.issues, raw));
  const { title, claim = '', sources, compare, search: written, verdict, ...rest } = parsed.data;
  const base = explicitConfiguration(rest);
  if ('problems' in base) return fail(base.problems);
  const problems: Located[] = [];
  const report: Report = (at, found, allowed) => void problems.push({ at, path: formatPath(at), found, allowed });
  const axes = parseAxes(compare, problems);
  if (problems.length === 0) armsOf({ configuration: base.configuration, axes }, problems);
  const space = parseSpace(written.space, base.configuration, report);
  const { folds, metric, split, at, seeds, strategy } = written;
  const id = idOf(file);
  const budget = written.budget ?? {};
  const search: Search = {
    ...{ id, title: title ?? id, claim, sources, configuration: base.configuration, axes, space, strategies: strategy },
    ...(folds !== undefined && { folds }),
    ...{ budget: explicitBudget(budget, space, strategy), metric, split, at, seeds, verdicts: verdict.map((one) => explicitVerdict(one, claim)) },
  };
  checkSearch(search, written, problems.length === 0, report);
  return problems.length > 0 ? fail(problems) : search;
}

/** Where no budget is stated: what the strategies with an end of their own take, or DEFAULT_TRIALS. */
function explicitBudget({ trials, updates }: { trials?: number; updates?: number }, space: Space, strategies: Search['strategies']): SearchBudget {
  if (updates !== undefined) return { updates };
  const own = strategies.flatMap((one) => (one.name === 'grid' ? trialsOfGrid(space, one.levels) : one.name === 'greedy' ? trialsOfGreedy(space, one) : []));
  return { trials: trials ?? (own.length > 0 ? Math.max(...own) : DEFAULT_TRIALS) };
}

function explicitVerdict({ claim, ranking, chooses, strategy, ...rest }: WrittenSearch['verdict'][number], outer: string): SearchVerdict {
  return { claim: claim ?? outer, ...(ranking && { ranking }), ...(chooses && { chooses }), ...(strategy !== undefined && { strategy }), ...rest };
}

const DEFAULT_TRIALS = 20;
