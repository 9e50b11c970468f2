/** Small experiments that between them use everything an export has to say. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from '../../src/datasets/dataSource.ts';
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import type { writeData } from '../../src/export/data/data.ts';
import type { ExportFile } from '../../src/export/exported.ts';

export const NO_FILES: DataSource = { place: 'a test', read: async () => undefined };

/** In the place of writeData, where only the program is looked at: the data take far longer. */
export const NO_DATA: typeof writeData = async () => '';

interface Parts {
  dataset?: object;
  network?: object;
  training?: object;
  compare?: object;
  [other: string]: unknown;
}

/** Classification of 60 noisy circles, unless `parts` say otherwise. */
export function example({ dataset, network, training, ...rest }: Parts): Experiment {
  const raw = {
    dataset: dataset ?? { name: 'circles', examples: 60, noise: 0.1, factor: 0.5 },
    network: { hidden: [6], activation: 'tanh', ...network },
    training: {
      loss: dataset === REGRESSION.dataset ? 'meanSquaredError' : 'categoricalCrossentropy',
      optimizer: 'sgd',
      batchSize: 16,
      epochs: 12,
      ...training,
    },
    ...rest,
  };
  return parseExperiment(raw, 'example.yaml');
}

/** 50 points of a sine, in place of the circles. */
export const REGRESSION = { dataset: { name: 'sine', examples: 50 } };

/** Writes the files to a folder of their own; returns the path of the first. */
export function writeFiles(files: readonly ExportFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return join(folder, files[0]!.name);
}
