/** What the island of a map does once the reader shows intent. Loaded by MapIsland.tsx; everything heavy hangs on this file. */
import { cellsOf, type Mapped } from '../../experiments/maps/cells.ts';
import { chooseMap, typedConditions } from '../../experiments/maps/chooseMap.ts';
import { recordCell, type RecordedCell } from '../../experiments/maps/mapRecording.ts';
import { mapView, type MapView } from '../../experiments/maps/mapView.ts';
import { trainMap, type MapJob } from '../../experiments/maps/trainMap.ts';
import { mapCsv } from '../../export/results/mapCsv.ts';
import { explain } from '../../faults/explain.ts';
import { claimMap } from '../../figures/map/claimMap.ts';
import { mapTable } from '../../figures/map/mapTable.ts';
import { tableElement } from '../../figures/tables/table.ts';
import { hasSimd } from '../../kernel/simd.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import { save } from '../controls/save.ts';
import { pagePool } from '../workers/pagePool.ts';
import { fetchMapData } from './mapIslandData.ts';
import type { MapState } from './mapState.ts';

export interface MapSession {
  run(): Promise<void>;
  cancel(): void;
  /** Back to the recorded map. */
  clear(): void;
  /** The map on screen, as a file. */
  saveCsv(): void;
}

/** `live`: where the map that is made here is drawn. */
export async function openMapSession(url: string, page: string, state: MapState, live: HTMLElement): Promise<MapSession> {
  const { experiment: published, recording } = await fetchMapData(url);
  const pool = pagePool();
  pool.warm();
  let job: MapJob | undefined;
  let shown: { experiment: Mapped; cells: (RecordedCell | undefined)[] } | undefined;
  const isCancelled = () => state.phase.value === 'cancelled';

  async function run() {
    if (state.phase.value === 'running') return;
    const chosen = chooseMap(published, state.conditions.value);
    if ('problems' in chosen) {
      state.notices.value = chosen.problems.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}.`);
      return;
    }
    const { experiment } = chosen;
    const cells = cellsOf(experiment);
    const made = cells.map((): RecordedCell | undefined => undefined);
    const total = cells.length;
    shown = { experiment, cells: made };
    state.notices.value = [];
    state.report.value = '';
    state.failure.value = undefined;
    state.progress.value = { done: 0, total };
    state.phase.value = 'running';
    draw();
    const failures: string[] = [];
    job = trainMap(cells, {
      ...{ pool, seeds: experiment.map.seeds },
      engine: hasSimd() ? 'fused' : 'tfjs-cpu',
      onCell(index, cell) {
        made[index] = recordCell(cell);
        state.progress.value = { done: made.filter((one) => one !== undefined).length, total };
        draw();
      },
      onFailure(message) {
        failures.push(message);
        job?.cancel();
      },
    });
    await job.done;
    job = undefined;
    if (failures.length > 0) {
      state.failure.value = { error: await explain(new Error(failures[0])), again: () => void run() };
      state.phase.value = 'failed';
    } else if (!isCancelled()) state.phase.value = 'finished';
    live.append(tableOf(view()));
    state.report.value = summary(made, isPublished(experiment) ? recording.cells : undefined);
  }

  function isPublished({ map }: Mapped): boolean {
    return JSON.stringify(map) === JSON.stringify(published.map);
  }

  function view() {
    return mapView(shown!.experiment, shown!.cells, page);
  }

  function draw() {
    live.replaceChildren(claimMap(view(), document));
  }

  return {
    run,
    cancel() {
      if (state.phase.value !== 'running') return;
      state.phase.value = 'cancelled';
      job?.cancel();
    },
    clear() {
      shown = undefined;
      live.replaceChildren();
      state.phase.value = 'recorded';
      state.conditions.value = typedConditions(published);
      state.progress.value = undefined;
      state.report.value = '';
      state.notices.value = [];
      state.failure.value = undefined;
    },
    saveCsv() {
      if (!shown) return;
      const names = shown.experiment.map.over.map(({ name }) => name);
      save(`${published.id}-map.csv`, mapCsv(view(), names));
    },
  };
}

/** Folded up, as that of the recorded map. */
function tableOf(view: MapView): HTMLElement {
  const details = document.createElement('details');
  details.className = 'experiment-details';
  const summary = document.createElement('summary');
  summary.textContent = 'Data of this map';
  const region = document.createElement('div');
  region.className = 'experiment-data';
  region.append(tableElement(document, mapTable(view)));
  details.append(summary, region);
  return details;
}

/** "15 cells: holds in 9, open in 6. Bit for bit as recorded." `recorded`: undefined for other conditions than the published ones. */
function summary(made: readonly (RecordedCell | undefined)[], recorded: readonly RecordedCell[] | undefined): string {
  const judged = made.flatMap((cell) => cell ?? []);
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = judged.filter((cell) => cell.outcome === outcome).length;
    return count > 0 ? [`${outcome} in ${count}`] : [];
  });
  const different = made.filter((cell, index) => cell && cell.digest !== recorded?.[index]?.digest).length;
  const comparison = recorded === undefined ? '' : different === 0 ? ' Bit for bit as recorded.' : ` ${different} differ from the recorded ones.`;
  return `${judged.length} of ${made.length} cells judged: ${counts.join(', ') || 'none yet'}.${comparison}`;
}
