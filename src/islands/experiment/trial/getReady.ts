import { runsOf } from '../../../experiments/spec/runsOf.ts';
import { askDrawing, warmDrawing } from '../../workers/pageDrawing.ts';
import { pagePool } from '../../workers/pagePool.ts';
import { recordedFigure } from '../figures/recordedCurves.ts';
import type { IslandData } from '../state/islandData.ts';

/** Workers get ready for so many arms of the experiment. */
const REHEARSED = 6;

/** Load, and let the machine optimize, what a run needs: the reader is on the way to Run. */
export function getReady(data: IslandData, isBusy: () => boolean): void {
  pagePool().warm();
  // What was pressed before the island lived is done first: a rehearsal would keep it waiting.
  setTimeout(() => {
    if (isBusy()) return;
    warmDrawing();
    pagePool().warm(runsOf(data.experiment.arms, [1], data.observe).slice(0, REHEARSED));
    for (const name of data.experiment.figures) void askDrawing(recordedFigure(data, name));
  });
}
