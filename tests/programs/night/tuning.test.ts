/** Exported searches, run for real by Optuna and Ray Tune, with few trials: of published searches, and of some published experiments. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeTurns, today } from '../../../src/cli/verify/sample.ts';
import { budgetKind } from '../../../src/experiments/configuration/budget.ts';
import type { ExportFile } from '../../../src/export/exported.ts';
import { exportSearch } from '../../../src/export/exportSearch.ts';
import { exportAsProgram } from '../../../src/export/targets.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { readSearch } from '../../../src/search/spec/readSearch.ts';
import type { Search } from '../../../src/search/search.ts';
import { NO_FILES, writeFiles } from '../../export/examples.ts';
import { raisedBy, runAll } from '../follow.ts';
import { isAsked, tunedAtNight } from '../published.ts';
import { pythonWith, runPython } from '../python.ts';

const kernel = await loadKernel();
const options = { kernel, source: NO_FILES, seeds: 1 };
const folder = join(import.meta.dirname, '../../../content/searches');
/** Those that choose copies of the data, pre-train or score by log loss are refused in words (tests/export/searches.test.ts). */
const searches = readdirSync(folder)
  .map((name) => readSearch(readFileSync(join(folder, name), 'utf8'), name))
  .filter(({ id }) => isAsked(id))
  .filter(({ space }) => space.every((dimension) => !('path' in dimension) || !dimension.path.startsWith('augmentation.')))
  .filter(({ configuration, axes, metric }) => metric !== 'logLoss' && !configuration.pretraining && !JSON.stringify(axes).includes('pretraining'))
  .map(shortSearch);

/** Trials of one search. */
const TRIALS = 3;
/** Ray starts processes of its own for each, and for each arm that is tuned. */
const SOME = 4;
const EACH_ARM = 'for label in ARMS:';
const SOME_ARMS = 'for label in list(ARMS)[:2]:';

const optuna = pythonWith('optuna');
const ray = pythonWith('ray.tune');
const torch = pythonWith('torch') !== undefined;

type Target = 'optuna' | 'ray';
type Write = (target: Target) => Promise<ExportFile[]>;
const programs: [what: string, write: Write][] = [
  ...searches.map((search): [string, Write] => [search.id, (target) => exportSearch(search, target, options)]),
  ...tunedAtNight.map(([id, experiment]): [string, Write] => [id, async (target) => (await exportAsProgram(experiment, target, options)).files]),
];

describe.skipIf(!optuna || !torch)('the Optuna script', () => {
  const files = new Map<string, string>();
  beforeAll(async () => {
    for (const [what, write] of programs) files.set(what, shortFile(await write('optuna')));
    runAll(optuna!, [...files.values()]);
  }, 3_600_000);

  it.each(programs)('searches: %s', (what) => {
    expect(raisedBy(files.get(what)!)).toBeUndefined();
  });
});

describe.skipIf(!ray || !torch)('the Ray Tune script', () => {
  const [ofSearches, ofExperiments] = [programs.slice(0, searches.length), programs.slice(searches.length)];
  const some = [...takeTurns(ofSearches, SOME, today()), ...takeTurns(ofExperiments, SOME, today())];

  it.each(some)('searches: %s', { timeout: 600_000 }, async (_, write) => {
    const file = shortFile(await write('ray'));
    writeFileSync(file, readFileSync(file, 'utf8').replace(EACH_ARM, SOME_ARMS));
    const said = runRay(file);
    // The last line: score and settings of the best trial.
    expect(said.trim().split('\n').at(-1)).toMatch(/-?\d+\.\d+(e-?\d+)? \{.*\}$/);
  });
});

/** Standard output. Ray gives its own node half a minute to start, which a busy machine may not keep: then it is started again. */
function runRay(file: string, attempts = 3): string {
  try {
    return runPython(ray!, file, 600_000);
  } catch (error) {
    if (attempts > 1 && String(error).includes('timed out during startup')) return runRay(file, attempts - 1);
    throw error;
  }
}

/** A few updates of each run: what it shows is that it runs. */
function shortSearch(search: Search): Search {
  const { training } = search.configuration;
  const kind = budgetKind(training);
  // In the same terms as before: what the space sets, it sets in these.
  return { ...search, configuration: { ...search.configuration, training: { ...training, [kind]: Math.min(training[kind]!, 4) } } };
}

/** Writes a program, with few trials. */
function shortFile(files: readonly ExportFile[]): string {
  const file = writeFiles(files);
  const text = readFileSync(file, 'utf8');
  const number = /\b(n_trials|num_samples)=\d+/g;
  if (!number.test(text)) throw new Error(`${file} has no number of trials.`);
  writeFileSync(file, text.replace(number, `$1=${TRIALS}`));
  return file;
}
