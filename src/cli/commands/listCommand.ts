/** `lab list`: the published experiments and searches, what they answer, and how long they take. */
import { secondsPerSeed } from '../../experiments/plan/estimate.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { strategyNames } from '../../search/names.ts';
import { secondsOfSearch } from '../../search/run/plannedRuns.ts';
import type { Search } from '../../search/search.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { timeText } from '../output/progress.ts';
import { formatTable } from '../output/table.ts';

/** A spec that is not in order is listed as such. Returns the exit code. */
export function listCommand(library: Library = openLibrary()): number {
  const recorded = library.recorded();
  const rows = library.ids().map((id) => [id, ...describe(library, id), recorded.includes(id) ? 'yes' : 'no']);
  const header = ['id', 'title', 'sources', 'arms', 'seeds', 'one seed', 'all', 'recorded'];
  console.log(rows.length > 0 ? formatTable(header, rows) : 'No experiment is published yet.');
  listSearches(library);
  if (rows.length > 0) console.log('\nTimes are estimates for one core; divide by the number of cores.');
  return 0;
}

function listSearches({ searches }: Library): void {
  const rows = searches.ids().map((id) => [id, ...describeSearch(searches, id), searches.recorded().includes(id) ? 'yes' : 'no']);
  const header = ['id', 'title', 'sources', 'strategies', 'seeds', 'one seed', 'all', 'recorded'];
  if (rows.length > 0) console.log(`\n${formatTable(header, rows)}`);
}

function describeSearch(searches: Library['searches'], id: string): string[] {
  let search: Search;
  try {
    search = searches.spec(id);
  } catch {
    return [`not in order: npm run -s lab -- lint ${id}`, '', '', '', '', ''];
  }
  const { title, sources, seeds } = search;
  const seconds = secondsOfSearch(search, search.strategies);
  return [title, sources.join(' '), strategyNames(search).join(' '), String(seeds), timeText(seconds / seeds), timeText(seconds)];
}

function describe(library: Library, id: string): string[] {
  let experiment: Experiment;
  try {
    experiment = library.experiment(id);
  } catch {
    return [`not in order: npm run -s lab -- lint ${id}`, '', '', '', '', ''];
  }
  const { title, sources, seeds } = experiment;
  const arms = experiment.arms;
  const seconds = secondsPerSeed(experiment);
  return [title, sources.join(' '), String(arms.length), String(seeds), timeText(seconds), timeText(seconds * seeds)];
}
