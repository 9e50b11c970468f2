/** `lab list`: the published experiments. */
import { arms } from '../experiments/expand.ts';
import { openLibrary } from './library.ts';
import { formatTable } from './table.ts';

export function listCommand(): number {
  const library = openLibrary();
  const recorded = library.recorded();
  const rows = library.ids().map((id) => {
    const experiment = library.experiment(id);
    return [
      id,
      experiment.sources.join(' '),
      `${arms(experiment).length} arms, ${experiment.seeds} seeds`,
      recorded.includes(id) ? 'recorded' : 'not recorded',
      experiment.claim,
    ];
  });
  console.log(rows.length > 0 ? formatTable(['id', 'sources', 'runs', 'recording', 'claim'], rows) : 'No experiment is published yet.');
  return 0;
}
