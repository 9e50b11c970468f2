/** What the figure `fit` shows beside the networks: the measurements, and NIST's certified fit where there is one. */
import { createExamples, findDataset, shapeOf } from '../../datasets/index.ts';
import { certifiedModel, eckerle4 } from '../../datasets/eckerle4.ts';
import { isInline } from '../../datasets/inline.ts';
import type { Experiment } from '../../experiments/types.ts';
import type { Context } from '../../figures/adapter.ts';
import type { Kernel } from '../../kernel/kernel.ts';

/** Points at which a reference function is drawn. */
const GRID = 201;

export function figureContext(experiment: Experiment, kernel: Kernel): Context {
  if (!experiment.figures.includes('fit')) return {};
  const { dataset } = experiment.configuration;
  if (shapeOf(dataset).features !== 1) return {};
  const { x, y } = createExamples(dataset, kernel, 1);
  const points = { x: Array.from(x), y: Array.from(y) };
  if (isInline(dataset)) return { points };
  const { featureNames, labelName } = findDataset(dataset.name);
  return { points, feature: featureNames[0], label: labelName, ...(dataset.name === eckerle4.name && { reference: certified(points.x, kernel) }) };
}

function certified(x: number[], kernel: Kernel): NonNullable<Context['reference']> {
  const low = Math.min(...x);
  const high = Math.max(...x);
  const grid = Array.from({ length: GRID }, (_, index) => low + ((high - low) * index) / (GRID - 1));
  return { label: 'NIST’s certified fit', x: grid, y: grid.map((at) => certifiedModel(at, kernel)) };
}
