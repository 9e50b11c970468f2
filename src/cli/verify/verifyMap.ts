/** Train an experiment's map anew, all of its cells or one of them, and compare with the recording. */
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from '../../experiments/pool/pool.ts';
import { cellsOf, type Mapped } from '../../experiments/maps/cells.ts';
import { mapHash, originOfMap, recordCell, type MapRecording } from '../../experiments/maps/mapRecording.ts';
import { trainMap } from '../../experiments/maps/trainMap.ts';
import { staleness } from '../../experiments/record/staleness.ts';
import { takeTurns, turnOf, type Sample } from './sample.ts';

/** A cell is many runs, and only the whole of it can be compared. */
const SAMPLED_CELLS = 1;

interface Options {
  pool: Pool;
  kernelName: string;
  /** undefined: all cells. */
  sample: Sample | undefined;
  /** Of a sample: whether a cell is trained today. */
  isDue: boolean;
}

/** What differs, how many runs were trained anew, and of how many. */
export async function verifyMap(
  experiment: Mapped,
  recording: MapRecording,
  { pool, kernelName, sample, isDue }: Options,
): Promise<{ problems: string[]; trained: number; runs: number }> {
  const cells = cellsOf(experiment);
  const { seeds } = experiment.map;
  const runsOf = (some: typeof cells) => some.reduce((sum, cell) => sum + cell.experiment.arms.length * seeds, 0);
  const counts = { trained: 0, runs: runsOf(cells) };
  const stale = staleness(originOfMap(recording), { id: experiment.id, spec: mapHash(experiment), kernel: kernelName });
  if (stale !== undefined) return { problems: [`the recording of its map is stale: ${stale}`], ...counts };
  if (recording.cells.length !== cells.length)
    return {
      problems: [`its map has ${cells.length} cells, and ${recording.cells.length} are recorded. Run: npm run -s lab -- record ${experiment.id}`],
      ...counts,
    };
  const chosen = !isDue ? [] : sample ? takeTurns(cells, SAMPLED_CELLS, turnOf(sample)) : cells;
  const trained = await trainMap(chosen, { pool, seeds }).done;
  const problems = chosen.flatMap((cell, place) => {
    const made = trained[place];
    const same = made && isDeepStrictEqual(JSON.parse(JSON.stringify(recordCell(made))), recording.cells[cells.indexOf(cell)]);
    return same ? [] : [`the cell ${cell.labels.join(' × ')} of its map does not come out as recorded`];
  });
  return { problems, trained: runsOf(chosen), runs: counts.runs };
}
