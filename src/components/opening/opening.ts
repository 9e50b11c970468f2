/** The experiment that the front page trains, its recorded tiles, and what its island fetches. */
import type { OpeningData, OpeningTile } from '../../islands/opening/openingData.ts';
import { RESOLUTION } from '../../islands/opening/openingData.ts';
import { gridSize, surfaceTile } from '../../figures/surfaceTile.ts';
import { published } from '../../published/published.ts';

const EXPERIMENT = 'optimizer-learning-rate';
const NAMES: Record<string, string> = { sgd: 'SGD', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam' };

export interface RecordedOpening {
  id: string;
  tiles: OpeningTile[];
  rows: { name: string; labels: string[] };
  columns: { name: string; labels: string[] };
  epochs: number;
  /** Markup of each tile's decision surface, by arm. */
  drawings: Record<string, string>;
}

/** Throws if the experiment does not have two axes, or its recording no decision surfaces of the tiles' size. */
export async function recordedOpening(): Promise<RecordedOpening> {
  const { experiment, recording } = await published(EXPERIMENT);
  const [down, across] = experiment.axes;
  if (!down || !across) throw new Error(`The front page draws a table of networks; experiment "${EXPERIMENT}" must have two axes.`);
  const drawings: Record<string, string> = {};
  const tiles = recording.arms.map((arm): OpeningTile => {
    const surface = arm.probes?.findLast((reading) => reading.probe === 'surface');
    if (!surface || gridSize(surface).columns !== RESOLUTION) {
      throw new Error(`Experiment "${EXPERIMENT}" must have the probe surface with resolution ${RESOLUTION}: the front page draws it.`);
    }
    drawings[arm.label] = surfaceTile(surface);
    const row = arm.labels[down.name] ?? '';
    return { arm: arm.label, row: NAMES[row] ?? row, column: arm.labels[across.name] ?? '', loss: arm.runs[0]?.final['train.loss'] ?? null };
  });
  return {
    id: EXPERIMENT,
    tiles,
    rows: { name: 'optimizer', labels: down.values.map(({ label }) => NAMES[label] ?? label) },
    columns: { name: 'learning rate', labels: across.values.map(({ label }) => label) },
    epochs: recording.arms[0]?.epochs ?? 0,
    drawings,
  };
}

export async function openingData(): Promise<OpeningData> {
  const { experiment, recording } = await published(EXPERIMENT);
  return { experiment, digests: Object.fromEntries(recording.arms.map(({ label, runs }) => [label, runs[0]?.digest ?? ''])) };
}
